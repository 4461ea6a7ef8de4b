package report

// The closed lists of the report's shape. The schema is made from them; they may grow within a schema version.
var (
	// People and Equipment are the values of Claim.Category in their order: one figure for several categories joins
	// them with "+" in this order.
	People    = []string{"personnel", "civilians", "people"}
	Equipment = []string{"tanks", "armoured_vehicles", "artillery", "mlrs", "air_defence", "aircraft", "helicopters",
		"drones", "missiles", "ships", "submarines", "vehicles", "special_equipment", "ground_robots", "equipment"}

	// Effects are the values of Claim.Effect.
	Effects = []string{"killed", "wounded", "killed_or_wounded", "captured", "missing", "destroyed", "damaged",
		"abandoned", "unspecified"}

	// Mods are the values of Quantity.Mod.
	Mods = []string{"exact", "about", "at_least", "more_than", "at_most", "less_than", "between", "vague"}

	// Periods are the values of Period.Type.
	Periods = []string{"cumulative", "interval", "event"}

	// AsOfBases are the values of Claim.AsOfBasis, which is null where there is no date.
	AsOfBases = []string{"stated", "published", "inferred"}

	// Roles are the values of Attribution.Role.
	Roles = []string{"origin", "relay"}

	// Statuses are the values of Verification.Status.
	Statuses = []string{"none", "unverified", "disputed", "confirmed", "visually_confirmed"}

	// Parts are the values of Evidence.Part.
	Parts = []string{"headline", "body", "caption"}

	// BlockKinds are the values of Block.Kind.
	BlockKinds = []string{"headline", "body", "subhead", "list_item", "table_row", "caption"}

	// DateBases are the values of Article.DateBasis.
	DateBases = []string{"json-ld", "meta", "microdata", "time", "url", "text", "input", "none"}
)

// Kind is one value of Notice.Kind with what it means.
type Kind struct{ Name, Meaning string }

// Kinds are the values of Notice.Kind, of errors and warnings alike.
var Kinds = []Kind{
	{"bad_url", "not an http or https URL, or one that carries a password"},
	{"fetch", "the server could not be reached or broke off"},
	{"http_status", "the server answered with a status other than success"},
	{"blocked_address", "the URL leads to a private, local or reserved address"},
	{"disallowed", "the site's robots.txt asks programs not to read the page"},
	{"timeout", "fetching took longer than allowed"},
	{"too_large", "the input is larger than allowed"},
	{"unreadable", "the file or folder could not be read"},
	{"not_html", "the input is no web page: a PDF, an image, an archive"},
	{"no_article", "the page holds no article text"},
	{"unsupported_language", "the text is in a language without patterns"},
	{"degraded", "the page was too broken for the ordinary reading and was read in a simpler way"},
	{"text_incomplete", "parts of the page's text, or of an overlong text, were not read"},
	{"charset_doubtful", "the page's character set could not be told for sure"},
	{"pattern_timeout", "a pattern ran into its time limit on a sentence"},
	{"time_limit", "the article ran into its time limit"},
	{"claim_limit", "the article holds more claims than are reported"},
	{"memory_limit", "the article took more memory than allowed"},
	{"panic", "the program itself failed on this article"},
	{"bad_record", "a record of an archive could not be read"},
}

// Failed is the report of an input that could not be read: no claims, and an error of one of Kinds.
func Failed(input, kind, message string) *Report {
	return &Report{
		Schema:   SchemaVersion,
		Article:  Article{Input: input, DateBasis: "none"},
		Claims:   []Claim{},
		Warnings: []Notice{},
		Error:    &Notice{Kind: kind, Message: message},
	}
}
