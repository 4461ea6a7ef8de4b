package mention
import ("testing";"os";"bufio";"fmt";"time";"encoding/json";"strings";"lossclaims/patterns")
type rec struct{ ID,Lang,Quote string; Value json.RawMessage; Mod,Cat,Text []string; At int; Opt bool }
func TestCov(t *testing.T){
 s,_:=patterns.Load()
 f,_:=os.Open("/tmp/w/q/cov.jsonl"); sc:=bufio.NewScanner(f); sc.Buffer(nil,1<<26)
 n,okv,okm,okt,tn:=0,0,0,0,0
 cache:=map[string][]Mention{}
 for sc.Scan(){ var r rec; json.Unmarshal(sc.Bytes(),&r); l:=s.Language(r.Lang); n++
  lo,hi:=int64(0),int64(0)
  if r.Value[0]=='['{ var v []int64; json.Unmarshal(r.Value,&v); lo,hi=v[0],v[1]}else{json.Unmarshal(r.Value,&lo)}
  if lo==1 && hi==0 && r.Opt { continue }
  v,mo,ta:=false,false,""; got:=[]string{}
  for _,tx:=range r.Text{
   ru:=[]rune(tx); all,ok:=cache[r.Lang+tx]; if !ok { all,_=Mentions(l,ru,nil,time.Second); cache[r.Lang+tx]=all }
   qs,qe:=0,len(ru)
   if r.At>=0 { qs=len([]rune(tx[:min(r.At,len(tx))])); k:=strings.Index(tx,r.Quote); qs=len([]rune(tx[:k])); qe=qs+len([]rune(r.Quote)) }
   for i,m:=range all{ if m.Quantity==nil||m.End<=qs||m.Start>=qe{continue}
    q:=m.Quantity; if r.At>=0 {got=append(got,q.brief())}
    match:= hi>0&&q.Low!=nil&&q.High!=nil&&q.Mod=="between"&&*q.Low==lo&&*q.High==hi || hi==0&&(q.Value!=nil&&*q.Value==lo||q.Mod=="vague"&&*q.Low==lo)
    if !match{continue}
    v=true
    for _,x:=range r.Mod{ if x==q.Mod{mo=true} }
    // target: next target within 4 words after
    for _,m2:=range all[i:]{ if m2.Kind=="target"&&m2.Start>=m.End{ if words(ru[m.End:m2.Start])<=2 && !strings.ContainsAny(string(ru[m.End:m2.Start]),",;.:") {ta=m2.Attrs["category"]}; break} }
   } }
  if v{okv++}else if !r.Opt {fmt.Println("VALUE",r.ID,string(r.Value),r.Mod,r.Cat,"«"+r.Quote+"»",got)}
  if mo{okm++}else if v && !r.Opt {fmt.Println("MOD",r.ID,string(r.Value),r.Mod,"«"+r.Quote+"»",got)}
  if v&&ta!=""&&r.At>=0{ tn++; good:=false; for _,c:=range r.Cat{ for _,p:=range strings.Split(c,"+"){ if p==ta||ta=="people"&&(c=="personnel"||c=="civilians"){good=true} } }; if good{okt++}else{fmt.Println("CAT",r.ID,string(r.Value),r.Cat,ta,"«"+r.Quote+"»")} }
 }
 fmt.Println("n",n,"value",okv,"mod",okm,"target",okt,"of",tn)
}
