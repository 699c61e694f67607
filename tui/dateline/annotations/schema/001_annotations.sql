-- Every table has a number of columns of its own, and what identifies a row stands first:
-- a damaged file is read page by page, and its rows are told apart by that.
CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    byline TEXT NOT NULL,
    site TEXT NOT NULL,
    url TEXT NOT NULL,
    published TEXT NOT NULL,
    first_opened TEXT NOT NULL,
    last_opened TEXT NOT NULL
);

-- One address can lead to several articles (a path that was used again), and one article has several.
CREATE TABLE address (
    number INTEGER PRIMARY KEY,
    address TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (number),
    used TEXT NOT NULL,
    UNIQUE (address, article)
);

-- The texts an article was seen with: zlib of UTF-8, to place annotations in the next version.
CREATE TABLE text (
    number INTEGER PRIMARY KEY,
    hash TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (number),
    seen TEXT NOT NULL,
    body BLOB,
    UNIQUE (hash, article)
);

CREATE TABLE annotation (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES article (number),
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    made_start INTEGER NOT NULL,
    made_end INTEGER NOT NULL,
    colour INTEGER NOT NULL,
    note TEXT NOT NULL,
    tags TEXT NOT NULL,
    target TEXT,
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    deleted TEXT,
    version INTEGER NOT NULL,
    origin TEXT,
    change INTEGER NOT NULL
);

CREATE INDEX annotation_by_article ON annotation (article, made_start);

CREATE INDEX annotation_by_change ON annotation (change);

CREATE INDEX annotation_by_time ON annotation (modified);

-- Where an annotation stands in a text other than the one it was made in.
CREATE TABLE placing (
    text_hash TEXT NOT NULL,
    annotation INTEGER NOT NULL REFERENCES annotation (number),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    state TEXT NOT NULL,
    placed TEXT NOT NULL,
    PRIMARY KEY (text_hash, annotation)
) WITHOUT ROWID;

CREATE INDEX placing_by_annotation ON placing (annotation);

CREATE TABLE tag (
    tag TEXT NOT NULL COLLATE NOCASE,
    annotation INTEGER NOT NULL REFERENCES annotation (number),
    PRIMARY KEY (tag, annotation)
) WITHOUT ROWID;

CREATE INDEX tag_by_annotation ON tag (annotation);

-- What was done, to be undone and redone: JSON of the fields before and after.
CREATE TABLE step (
    number INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL,
    article INTEGER NOT NULL,
    annotation INTEGER NOT NULL,
    before TEXT,
    after TEXT NOT NULL,
    state TEXT NOT NULL,
    who TEXT NOT NULL,
    made TEXT NOT NULL
);

CREATE INDEX step_by_batch ON step (batch);

CREATE INDEX step_by_article ON step (article, state, batch);

CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO counter (name, value) VALUES ('change', 0);
