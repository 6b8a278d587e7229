-- The same on H2 and PostgreSQL. Instants are seconds since 1970; what is not there is an empty text.

-- One row: whoever claims waits for it.
CREATE TABLE IF NOT EXISTS byline_claim (one SMALLINT NOT NULL PRIMARY KEY CHECK (one = 1));

-- What was said: stored comments, and claims until theirs is stored, under what each is asked for by.
CREATE TABLE IF NOT EXISTS byline_said (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- The stored comment; none for a claim and for what was deleted.
  comment VARCHAR(254),
  -- A digest by which a comment finds its claim, while it is one, and the comment that the claim is an edit of.
  claim VARCHAR(64) DEFAULT '' NOT NULL,
  edited VARCHAR(254) DEFAULT '' NOT NULL,
  -- A digest of the member's account, or of a visitor's name and email: whom a stored comment speaks for.
  person VARCHAR(64) DEFAULT '' NOT NULL,
  -- A digest of article, parent, name and words, unless in the trash.
  place VARCHAR(64) NOT NULL,
  state VARCHAR(8) NOT NULL,
  member VARCHAR(254) NOT NULL,
  by_member BOOLEAN NOT NULL,
  -- A visitor's, or that of a member's account.
  email VARCHAR(254) NOT NULL,
  ip VARCHAR(254) NOT NULL,
  network VARCHAR(254) NOT NULL,
  sketch VARCHAR(254) NOT NULL,
  sent NUMERIC(26, 9) NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS byline_said_by_comment ON byline_said (comment);
CREATE INDEX IF NOT EXISTS byline_said_by_age ON byline_said (comment, sent);
CREATE INDEX IF NOT EXISTS byline_said_by_claim ON byline_said (claim, edited);
CREATE INDEX IF NOT EXISTS byline_said_by_place ON byline_said (place, by_member, email, sent);
CREATE INDEX IF NOT EXISTS byline_said_by_person ON byline_said (person, state);
CREATE INDEX IF NOT EXISTS byline_said_by_member ON byline_said (member, sent, number);
CREATE INDEX IF NOT EXISTS byline_said_by_email ON byline_said (email, by_member, sent, number);
CREATE INDEX IF NOT EXISTS byline_said_by_ip ON byline_said (ip, sent, number);
CREATE INDEX IF NOT EXISTS byline_said_by_network ON byline_said (network, sent, number);

-- Which uses of a form's token were claimed.
CREATE TABLE IF NOT EXISTS byline_token (
  token VARCHAR(254) NOT NULL PRIMARY KEY,
  used NUMERIC(26, 9) NOT NULL
);
CREATE INDEX IF NOT EXISTS byline_token_by_age ON byline_token (used);

INSERT INTO byline_claim (one) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM byline_claim);
