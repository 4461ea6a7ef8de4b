package mention
import ("testing";"os";"bufio";"fmt";"time";"encoding/json";"sort";"lossclaims/patterns")
func TestPerf(t *testing.T){
 s,_:=patterns.Load()
 f,_:=os.Open("/tmp/w/q/cov.jsonl"); sc:=bufio.NewScanner(f); sc.Buffer(nil,1<<26)
 type st struct{folded,text []rune}
 sents:=map[string][]st{}; seen:=map[string]bool{}
 for sc.Scan(){ var r rec; json.Unmarshal(sc.Bytes(),&r); for _,x:=range r.Text{ if seen[x]{continue}; seen[x]=true; sents[r.Lang]=append(sents[r.Lang],st{patterns.Fold([]rune(x)),[]rune(x)}) } }
 for lang,ss:=range sents{ l:=s.Language(lang); n:=0
  for _,x:=range ss{ l.Find(x.text,x.folded,time.Second); n+=len(x.text) }
  t0:=time.Now(); for _,x:=range ss{ Mentions(l,x.text,x.folded,time.Second) }; d:=time.Since(t0)
  fmt.Println(lang,len(ss),"sentences",n,"chars",d, "per 5KB", d*5000/time.Duration(n))
  t0=time.Now(); for _,x:=range ss{ l.Find(x.text,x.folded,time.Second) }; fmt.Println(" find only",time.Since(t0))
 }
 _ = sort.Ints
}
