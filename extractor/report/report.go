// Package report is the shape of what the extractor says about one article: the claims it found, the article they come
// from, and everything that went wrong or stays doubtful. Claims go in; JSON that follows the published schema comes out.
package report

// SchemaVersion is the version of the report's shape. Within a version fields may be added and the closed lists of
// kinds may grow; no field is renamed, dropped or given another meaning. A change that breaks a reader makes it "2".
const SchemaVersion = "1"

// Report is one article's result. A failed article has Error set and no claims.
type Report struct {
	Schema   string   `json:"schema"`
	Article  Article  `json:"article"`
	Claims   []Claim  `json:"claims"`
	Warnings []Notice `json:"warnings"`
	Error    *Notice  `json:"error,omitempty"`
	// Explain is only there when asked for (Options.Explain).
	Explain *Explain `json:"explain,omitempty"`
}

// Article describes the input and what its page says about itself.
type Article struct {
	Input     string  `json:"input"`
	URL       string  `json:"url"`
	SHA256    string  `json:"sha256"` // of the input's bytes, hexadecimal
	Headline  string  `json:"headline"`
	Author    string  `json:"author"`
	Publisher string  `json:"publisher"`
	Site      string  `json:"siteName,omitempty"` // what the page calls the site it is on
	Section   string  `json:"section,omitempty"`
	Canonical string  `json:"canonical,omitempty"`
	Published *string `json:"datePublished"` // calendar day in the page's own offset, YYYY-MM-DD
	// PublishedTime is RFC 3339, where the page gives a time of day.
	PublishedTime string  `json:"publishedTime,omitempty"`
	Modified      *string `json:"dateModified"`
	// DateBasis says where Published came from: json-ld, meta, microdata, time, url, text, input or none.
	DateBasis          string              `json:"date_basis"`
	Language           string              `json:"language"`            // ISO 639-1, "" when unknown
	LanguageConfidence float64             `json:"language_confidence"` // 0 to 1, two decimals
	MachineTranslated  *MachineTranslation `json:"machine_translated"`
	DuplicateOf        string              `json:"duplicate_of,omitempty"`
	Text               string              `json:"text,omitempty"`   // the clean text that evidence points into
	Blocks             []Block             `json:"blocks,omitempty"` // the blocks of Text, in order
}

// MachineTranslation says why a text looks machine-translated.
type MachineTranslation struct {
	From    string   `json:"from,omitempty"` // ISO 639-1, where it can be told
	Signals []string `json:"signals"`
}

// Block is a stretch of Article.Text of one kind: headline, body, subhead, list_item, table_row or caption.
// Start and End are offsets in Unicode code points, End exclusive.
type Block struct {
	Kind  string `json:"kind"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Claim is one loss claim: a quantity of a party's people or equipment, lost, by somebody's word.
type Claim struct {
	ID           string        `json:"id"`
	Loser        Party         `json:"loser"`
	Category     string        `json:"category"`
	Effect       string        `json:"effect"`
	Target       Target        `json:"target"`
	Quantity     Quantity      `json:"quantity"`
	Period       Period        `json:"period"`
	AsOf         *string       `json:"as_of"`       // YYYY-MM-DD, YYYY-MM or YYYY
	AsOfBasis    *string       `json:"as_of_basis"` // stated, published or inferred
	Attribution  []Attribution `json:"attribution"`
	Verification Verification  `json:"verification"`
	Place        *string       `json:"place"`
	InflictedBy  *Party        `json:"inflicted_by"`
	PartOf       *string       `json:"part_of"` // ID of the claim whose total this figure is a part of
	Evidence     []Evidence    `json:"evidence"`
	Rule         string        `json:"rule"`
	Flags        []string      `json:"flags"`
}

// Party is a state (ISO 3166-1 alpha-3), an armed group (lower-case code), several joined by "+", or "unknown".
type Party struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// Target is what was counted, in the article's words.
type Target struct {
	Text string `json:"text"`
}

// Quantity is a figure. Which of Value, Low and High are set follows from Mod: exact, about, at_least, more_than,
// at_most, less_than, between or vague.
type Quantity struct {
	Text  string `json:"text"`
	Value *int64 `json:"value"`
	Low   *int64 `json:"low"`
	High  *int64 `json:"high"`
	Mod   string `json:"mod"`
}

// Period is the time over which the loss happened; Type is cumulative, interval or event.
type Period struct {
	Type  string  `json:"type"`
	Start *string `json:"start"`
	End   *string `json:"end"`
	Text  string  `json:"text"`
}

// Attribution is somebody whose word a claim is (role origin) or who passed it on (role relay).
type Attribution struct {
	Role string `json:"role"`
	Name string `json:"name"`
	ID   string `json:"id"`
	Cue  string `json:"cue"`
}

// Verification is what the article says of the claim's truth: none, unverified, disputed, confirmed or visually_confirmed.
type Verification struct {
	Status string `json:"status"`
	Text   string `json:"text"`
}

// Evidence is a place in the article's clean text, a W3C Web Annotation text quote and text position selector in one.
// Start and End are offsets in Unicode code points; Part is headline, body or caption.
type Evidence struct {
	Exact  string `json:"exact"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Part   string `json:"part"`
}

// Notice is a warning or an error; Kind is one of Kinds.
type Notice struct {
	Kind    string `json:"kind"`
	Message string `json:"message"`
}

// Explain shows how the claims came about: the parts each was joined from, and the numbers beside loss words that no
// claim took.
type Explain struct {
	Claims     []ClaimParts `json:"claims"`
	NearMisses []NearMiss   `json:"near_misses"`
}

// ClaimParts lists the mentions that a claim was joined from.
type ClaimParts struct {
	ID    string `json:"id"`
	Parts []Part `json:"parts"`
}

// Part is one mention: its rule, its words and what they were read as.
type Part struct {
	Kind  string            `json:"kind"`
	Rule  string            `json:"rule"`
	Text  string            `json:"text"`
	Start int               `json:"start"`
	Attrs map[string]string `json:"attrs,omitempty"`
}

// NearMiss is a number near a loss word that became no claim, with the reason.
type NearMiss struct {
	Text     string `json:"text"`
	Sentence string `json:"sentence"`
	Start    int    `json:"start"`
	Reason   string `json:"reason"`
}

// ValueOrLow is the figure that stands for the quantity: its value, or else its lower or upper bound.
func (q Quantity) ValueOrLow() *int64 {
	switch {
	case q.Value != nil:
		return q.Value
	case q.Low != nil:
		return q.Low
	}
	return q.High
}
