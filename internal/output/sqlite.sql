-- Views over the tables claims and articles. None of them adds figures: running totals contain each other, and totals
-- contain their parts.

-- Claims that stand for themselves, each with the source whose figure it is and the least and the most that it can mean:
-- no part of another claim's total, no article with the same bytes as an earlier one.
CREATE VIEW statements AS
SELECT c.*, coalesce(c.origin_id, c.origin, '(the article)') AS source,
  CASE c.mod WHEN 'about' THEN c.value * 9 / 10
             WHEN 'more_than' THEN coalesce(c.low, c.value) + 1
             ELSE coalesce(c.low, 0) END AS least,
  CASE c.mod WHEN 'about' THEN (c.value * 11 + 9) / 10
             WHEN 'less_than' THEN coalesce(c.high, c.value) - 1
             ELSE c.high END AS most
FROM claims c
WHERE c.part_of IS NULL AND c.duplicate_of IS NULL;

-- The latest running total of each loser, category, effect and source. Totals that run from another start or count
-- another place are other totals and have rows of their own.
CREATE VIEW latest_totals AS
SELECT loser, category, effect, source, period_start, place, as_of, quantity, mod, value, low, high, verification,
  published, input, claim_id
FROM (
  SELECT *, row_number() OVER (
    PARTITION BY loser, category, effect, source, period_start, place
    ORDER BY as_of DESC, published DESC, coalesce(value, low, high) DESC, claim) AS rank
  FROM statements WHERE period = 'cumulative')
WHERE rank = 1;

-- What a source said day by day: WHERE source = 'ukr-general-staff' AND loser = 'RUS' AND category = 'tanks'. A running
-- total, a figure of one day and one of a longer stretch are told apart by figure; articles is how many gave it.
CREATE VIEW daily_series AS
SELECT source, loser, category, effect, place, as_of AS day,
  CASE WHEN period = 'cumulative' THEN 'total'
       WHEN period_start IS NULL AND period_text IS NULL OR julianday(period_end) - julianday(period_start) <= 1 THEN 'day'
       ELSE 'stretch' END AS figure,
  period_start, period_text, mod, value, low, high, count(DISTINCT article) AS articles, min(claim) AS claim
FROM statements
WHERE period IN ('cumulative', 'interval') AND length(as_of) = 10
GROUP BY source, loser, category, effect, place, day, figure, period_start, period_text, mod, value, low, high;

-- Pairs of figures for the same losses at the same date that cannot both be true. Events are compared where both name
-- the same place: two attacks of one day do not contradict each other. Nor does one source within one article: it counts
-- different things there.
CREATE VIEW contradictions AS
WITH figures AS (
  SELECT loser, category, effect, period, period_start, period_end, as_of, place, source, least, most,
    min(quantity) AS quantity, count(DISTINCT article) AS articles, min(claim) AS claim, min(article) AS article
  FROM statements
  WHERE loser <> 'unknown' AND as_of IS NOT NULL AND (period <> 'event' OR place IS NOT NULL)
  GROUP BY loser, category, effect, period, period_start, period_end, as_of, place, source, least, most)
SELECT a.loser, a.category, a.effect, a.period, a.period_start, a.as_of, a.place,
  a.source AS source_a, a.quantity AS quantity_a, a.articles AS articles_a, a.claim AS claim_a,
  b.source AS source_b, b.quantity AS quantity_b, b.articles AS articles_b, b.claim AS claim_b
FROM figures a JOIN figures b
  ON a.loser = b.loser AND a.category = b.category AND a.effect = b.effect AND a.period = b.period AND a.as_of = b.as_of
  AND a.period_start IS b.period_start AND a.period_end IS b.period_end AND a.place IS b.place
  AND a.most < b.least
  AND NOT (a.source = b.source AND a.articles = 1 AND b.articles = 1 AND a.article = b.article)
ORDER BY a.loser, a.category, a.effect, a.as_of, claim_a, claim_b;

CREATE INDEX claims_by_loss ON claims (loser, category, effect, period, as_of);
CREATE INDEX claims_by_source ON claims (origin_id, as_of);
CREATE INDEX claims_by_article ON claims (article);
CREATE INDEX claims_by_id ON claims (claim_id);
CREATE INDEX claims_by_total ON claims (part_of) WHERE part_of IS NOT NULL;
CREATE INDEX articles_by_input ON articles (input);
CREATE INDEX articles_by_date ON articles (published);
CREATE INDEX articles_by_bytes ON articles (sha256);
CREATE INDEX articles_by_error ON articles (error) WHERE error IS NOT NULL;
