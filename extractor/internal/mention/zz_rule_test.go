package mention
import ("testing";"os";"bufio";"fmt";"time";"encoding/json";"sort";"strings";"lossclaims/patterns";"github.com/dlclark/regexp2/v2")
func TestRules(t *testing.T){
 s,_:=patterns.Load()
 f,_:=os.Open("/tmp/w/q/cov.jsonl"); sc:=bufio.NewScanner(f); sc.Buffer(nil,1<<26)
 sents:=map[string][][]rune{}; seen:=map[string]bool{}; chars:=map[string]int{}
 for sc.Scan(){ var r rec; json.Unmarshal(sc.Bytes(),&r); for _,x:=range r.Text{ if seen[x]{continue}; seen[x]=true; sents[r.Lang]=append(sents[r.Lang],patterns.Fold([]rune(x))); chars[r.Lang]+=len([]rune(x)) } }
 for lang,ss:=range sents{ l:=s.Language(lang); type c struct{id string; d time.Duration; runs int; un bool}; var cs []c; tot:=time.Duration(0)
  for _,r:=range l.Rules(){ if r.TableName()!=""{continue}
   re,err:=regexp2.Compile(r.Expanded()); if err!=nil{fmt.Println(r.ID,err);continue}
   re.FindRunesMatches(ss[0],0,func(regexp2.MatchView)bool{return true})
   runs:=0; t0:=time.Now()
   for _,x:=range ss{ str:=string(x); ok:=true; for _,g:=range r.Gates(){ any:=false; for _,w:=range g{ if w==`\d`{ any=any||strings.ContainsAny(str,"0123456789") } else {any=any||strings.Contains(str,w)} }; ok=ok&&any }; if !ok{continue}; runs++; re.FindRunesMatches(x,0,func(regexp2.MatchView)bool{return true}) }
   d:=time.Since(t0); tot+=d; cs=append(cs,c{r.ID,d,runs,r.Ungated()}) }
  sort.Slice(cs,func(i,j int)bool{return cs[i].d>cs[j].d})
  fmt.Println(lang,"total per 5KB",tot*5000/time.Duration(chars[lang]))
  for _,x:=range cs[:28]{ fmt.Println("  ",x.id,x.d*5000/time.Duration(chars[lang]),x.runs,"/",len(ss),x.un) } }
}
