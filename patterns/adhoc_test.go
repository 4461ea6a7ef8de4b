package patterns
import ("testing";"time";"fmt";"sort")
func TestAdhoc(t *testing.T){
 s,_:=Load(); 
 for _,code:=range []string{"en"} { l:=s.Language(code)
 texts,folded,_:=benchText()
 type rt struct{id string; d time.Duration; runs int; compile time.Duration; n int; size int}
 var out []rt
 l.Find(texts[0],folded[0],0)
 hit:=make(bitset,l.matcher.clauses/64+1)
 for i:=range l.matcher.regexes { g:=&l.matcher.regexes[i]
  t0:=time.Now(); g.rule.program(250*time.Millisecond); c:=time.Since(t0)
  r:=rt{id:g.rule.ID,compile:c, size:len(g.rule.Expanded())}
  for k:=0;k<5;k++ { for j:=range texts { clear(hit); l.matcher.gate.scan(folded[j],hit); if !g.open(hit){continue}
    f:=&finder{text:texts[j],folded:folded[j],limit:250*time.Millisecond}
    t0:=time.Now(); f.regex(g.rule); r.d+=time.Since(t0); r.runs++; r.n+=len(f.matches)}}
  out=append(out,r)}
 sort.Slice(out,func(a,b int)bool{return out[a].d>out[b].d})
 var tot,ct time.Duration
 for i,r:=range out { tot+=r.d; ct+=r.compile; if i<25 {fmt.Printf("%-34s %8v runs %4d each %8v  compile %8v size %d matches %d\n",r.id,r.d/5,r.runs/5,r.d/time.Duration(max(r.runs,1)),r.compile,r.size,r.n/5)}}
 fmt.Println(tot/5, "compile",ct)
 }
}
