package main
import ("fmt";"lossclaims/patterns")
func main(){ s,err:=patterns.Load(); fmt.Println(err); if s!=nil{ for _,l:=range s.Languages(){ fs:=patterns.Test(s,l); fmt.Println(l,len(fs)); for i,f:=range fs{ if i<60 {fmt.Println("  ",f)} } } } }
