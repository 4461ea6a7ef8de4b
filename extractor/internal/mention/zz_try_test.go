package mention
import ("testing";"os";"bufio";"fmt";"time";"strings")
func TestTry(t *testing.T){
 l:=load(t,os.Getenv("TRYLANG"))
 f,_:=os.Open(os.Getenv("TRYFILE")); sc:=bufio.NewScanner(f)
 for sc.Scan(){ r:=[]rune(sc.Text()); all,to:=Mentions(l,r,nil,time.Second)
  fmt.Println("##",sc.Text(),to)
  for _,m:=range all{ s:=""; if m.Quantity!=nil{s=m.Quantity.brief()}else if m.Kind=="target"{s=m.Attrs["category"]+" "+m.Attrs["number"]} else if m.Kind=="exclusion"{s=m.Attrs["type"]} else if os.Getenv("TRYALL")=="" {continue}
   fmt.Printf("   %-9s %-34q %s  [%s]\n",m.Kind,string(r[m.Start:m.End]),s,strings.TrimPrefix(m.Rule,"")) } } }
