-- COLLATE "C" compares bytes, which is the order that the store counts on, whatever the language of the database.

-- One row: what tells this store's cursors from another's, and the number of the last change. Writers take turns on it.
CREATE TABLE IF NOT EXISTS byline_store (
  one SMALLINT NOT NULL PRIMARY KEY CHECK (one = 1),
  name VARCHAR(36) NOT NULL,
  revision BIGINT NOT NULL
);

-- The articles, whole and as lists show them, both as JSON.
CREATE TABLE IF NOT EXISTS byline_article (
  id VARCHAR(400) COLLATE "C" NOT NULL PRIMARY KEY,
  revision BIGINT NOT NULL,
  summary TEXT NOT NULL,
  document TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS byline_article_by_revision ON byline_article (revision);

-- Where each article is listed, if it is ever public: one row for the site, its month, and each of its terms and theirs.
-- Instants are seconds since 1970. The key is the order of every listing, and holds all that a listing needs.
CREATE TABLE IF NOT EXISTS byline_listing (
  kind VARCHAR(8) NOT NULL,
  term VARCHAR(300) COLLATE "C" NOT NULL,
  published NUMERIC(26, 9) NOT NULL,
  id VARCHAR(400) COLLATE "C" NOT NULL REFERENCES byline_article (id),
  public_until NUMERIC(26, 9) NOT NULL,
  PRIMARY KEY (kind, term, published, id, public_until)
);
CREATE INDEX IF NOT EXISTS byline_listing_by_article ON byline_listing (id, kind, term);
-- A term has one kind: who does not know that takes listings for a fraction of what they are.
CREATE STATISTICS IF NOT EXISTS byline_listing_terms (dependencies, mcv) ON kind, term FROM byline_listing;

-- Which articles have a slug, and had it; in every status.
CREATE TABLE IF NOT EXISTS byline_slug (
  slug VARCHAR(300) COLLATE "C" NOT NULL,
  former BOOLEAN NOT NULL,
  published NUMERIC(26, 9) NOT NULL,
  id VARCHAR(400) COLLATE "C" NOT NULL REFERENCES byline_article (id),
  public_until NUMERIC(26, 9) NOT NULL,
  PRIMARY KEY (slug, former, published, id, public_until)
);
CREATE INDEX IF NOT EXISTS byline_slug_by_article ON byline_slug (id);

INSERT INTO byline_store (one, name, revision)
SELECT 1, CAST(gen_random_uuid() AS VARCHAR), 0 ON CONFLICT DO NOTHING;
