-- The content database. `position` keeps the order that authors gave; conditions are JSON lists of [question, [values]].
-- A text column holds a text's id; its words are in `words`, for an audience under `id@audience`.

CREATE TABLE text (
    id TEXT PRIMARY KEY,
    variants TEXT NOT NULL  -- the audiences with words of their own, parted by spaces
) STRICT, WITHOUT ROWID;
-- Few texts have variants; these are read at once.
CREATE INDEX text_with_variants ON text (id, variants) WHERE variants <> '';

CREATE TABLE language (
    code TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    endonym TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('ltr', 'rtl')),
    complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
    reviewed INTEGER NOT NULL CHECK (reviewed IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE words (
    language TEXT NOT NULL REFERENCES language,
    id TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (language, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    address TEXT NOT NULL,
    read_on TEXT NOT NULL,
    apparent_date TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The provenance of one thing said; `id` names the thing: `outcome.x`, `step.x`, `rule.x`, `service.x`.
CREATE TABLE fact (
    id TEXT PRIMARY KEY,
    reviewed_on TEXT NOT NULL,
    review_by TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    effective_from TEXT,
    effective_to TEXT
) STRICT, WITHOUT ROWID;

-- The sources of a fact, a watch-out or a line of law.
CREATE TABLE citation (
    said TEXT NOT NULL,
    position INTEGER NOT NULL,
    source TEXT NOT NULL REFERENCES source,
    PRIMARY KEY (said, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE flow (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    title TEXT NOT NULL REFERENCES text,
    first TEXT NOT NULL REFERENCES question
) STRICT, WITHOUT ROWID;

CREATE TABLE question (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    flow TEXT NOT NULL REFERENCES flow,
    kind TEXT NOT NULL CHECK (kind IN ('choice', 'date')),
    text TEXT NOT NULL REFERENCES text,
    hint TEXT REFERENCES text
) STRICT, WITHOUT ROWID;

CREATE TABLE option (
    question TEXT NOT NULL REFERENCES question,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    text TEXT NOT NULL REFERENCES text,
    chip TEXT NOT NULL REFERENCES text,
    hint TEXT REFERENCES text,
    symbol TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('', 'parent', 'young-person', 'helper')),
    condition TEXT NOT NULL CHECK (json_valid(condition)),
    PRIMARY KEY (question, id)
) STRICT, WITHOUT ROWID;

-- Where answers lead. `option` is empty for the question's own branches.
CREATE TABLE branch (
    question TEXT NOT NULL REFERENCES question,
    option TEXT NOT NULL,
    position INTEGER NOT NULL,
    condition TEXT NOT NULL CHECK (json_valid(condition)),
    to_question TEXT REFERENCES question,
    to_outcome TEXT REFERENCES outcome,
    PRIMARY KEY (question, option, position),
    CHECK ((to_question IS NULL) <> (to_outcome IS NULL))
) STRICT, WITHOUT ROWID;

-- What somebody may need a date for.
CREATE TABLE subject (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    title TEXT NOT NULL REFERENCES text,
    symbol TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A number of the list of deadline rules, such as R-13; some have no rules and say what others rest on.
CREATE TABLE rule_group (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    title TEXT NOT NULL REFERENCES text,
    words TEXT NOT NULL REFERENCES text,
    subject TEXT REFERENCES subject
) STRICT, WITHOUT ROWID;

CREATE TABLE rule (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What a rule is for some time: the law changes, and a letter goes by the law of its day. `version` is empty for the
-- first. `reading` and `other` are JSON: limbs, take, roll and closures.
CREATE TABLE rule_version (
    rule TEXT NOT NULL REFERENCES rule,
    position INTEGER NOT NULL,
    version TEXT NOT NULL,
    rule_group TEXT REFERENCES rule_group,
    title TEXT NOT NULL REFERENCES text,
    words TEXT NOT NULL REFERENCES text,
    passed TEXT NOT NULL REFERENCES text,
    reading TEXT NOT NULL CHECK (json_valid(reading)),
    other TEXT CHECK (other IS NULL OR json_valid(other)),
    binds TEXT NOT NULL CHECK (binds IN ('family', 'body')),
    advise_working_day INTEGER NOT NULL CHECK (advise_working_day IN (0, 1)),
    age INTEGER NOT NULL CHECK (age IN (0, 1)),
    ahead INTEGER NOT NULL CHECK (ahead IN (0, 1)),
    PRIMARY KEY (rule, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE bank_holiday (
    day TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE term (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL REFERENCES text,
    forms TEXT NOT NULL REFERENCES text,
    meaning TEXT NOT NULL REFERENCES text,
    more TEXT REFERENCES text,
    question TEXT REFERENCES text
) STRICT, WITHOUT ROWID;

CREATE TABLE role_group (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    title TEXT NOT NULL REFERENCES text,
    symbol TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE role (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL REFERENCES text,
    does TEXT NOT NULL REFERENCES text,
    role_group TEXT NOT NULL REFERENCES role_group,
    local INTEGER NOT NULL CHECK (local IN (0, 1)),
    independent INTEGER NOT NULL CHECK (independent IN (0, 1)),
    symbol TEXT NOT NULL,
    fallback TEXT REFERENCES text
) STRICT, WITHOUT ROWID;

CREATE TABLE fallback_role (
    role TEXT NOT NULL REFERENCES role,
    position INTEGER NOT NULL,
    instead TEXT NOT NULL REFERENCES role,
    PRIMARY KEY (role, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE step (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    necessity TEXT NOT NULL CHECK (necessity IN ('must', 'can', 'choice')),
    title TEXT NOT NULL REFERENCES text,
    text TEXT NOT NULL REFERENCES text,
    label TEXT REFERENCES text,
    role TEXT REFERENCES role,
    symbol TEXT NOT NULL,
    condition TEXT NOT NULL CHECK (json_valid(condition)),
    rule TEXT REFERENCES rule,
    unknown_date TEXT REFERENCES text,
    CHECK ((rule IS NULL) = (unknown_date IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE step_input (
    step TEXT NOT NULL REFERENCES step,
    position INTEGER NOT NULL,
    input TEXT NOT NULL,
    question TEXT NOT NULL REFERENCES question,
    PRIMARY KEY (step, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE outcome (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    title TEXT NOT NULL REFERENCES text,
    summary TEXT NOT NULL REFERENCES text,
    say TEXT NOT NULL REFERENCES text,
    why TEXT NOT NULL REFERENCES text,
    no_deadline TEXT REFERENCES text
) STRICT, WITHOUT ROWID;

-- The rows of the map of disagreements that an outcome answers.
CREATE TABLE outcome_row (
    outcome TEXT NOT NULL REFERENCES outcome,
    position INTEGER NOT NULL,
    map_row TEXT NOT NULL REFERENCES map_row,
    PRIMARY KEY (outcome, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE route (
    outcome TEXT NOT NULL REFERENCES outcome,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL REFERENCES text,
    condition TEXT NOT NULL CHECK (json_valid(condition)),
    PRIMARY KEY (outcome, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE route_step (
    outcome TEXT NOT NULL,
    route TEXT NOT NULL,
    position INTEGER NOT NULL,
    step TEXT NOT NULL REFERENCES step,
    PRIMARY KEY (outcome, route, position),
    FOREIGN KEY (outcome, route) REFERENCES route
) STRICT, WITHOUT ROWID;

CREATE TABLE watch_out (
    outcome TEXT NOT NULL REFERENCES outcome,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    text TEXT NOT NULL REFERENCES text,
    condition TEXT NOT NULL CHECK (json_valid(condition)),
    PRIMARY KEY (outcome, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE law (
    outcome TEXT NOT NULL REFERENCES outcome,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    text TEXT NOT NULL REFERENCES text,
    PRIMARY KEY (outcome, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE authority (
    code TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    official_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    region TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    succeeds TEXT REFERENCES authority,
    provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
    notice TEXT REFERENCES text
) STRICT, WITHOUT ROWID;

CREATE TABLE organization (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    website TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Open Referral HSDS 3.0 names. `authority` is NULL for a national service.
CREATE TABLE service (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    authority TEXT REFERENCES authority,
    organization TEXT NOT NULL REFERENCES organization,
    name TEXT NOT NULL,
    description TEXT NOT NULL REFERENCES text,
    address_1 TEXT,
    city TEXT,
    postal_code TEXT,
    email TEXT NOT NULL,
    url TEXT NOT NULL,
    application_process TEXT REFERENCES text,
    fees_description TEXT REFERENCES text,
    alert TEXT REFERENCES text,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium')),
    apparent_date TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX service_of_authority ON service (authority, position);

CREATE TABLE service_role (
    service TEXT NOT NULL REFERENCES service,
    position INTEGER NOT NULL,
    role TEXT NOT NULL REFERENCES role,
    PRIMARY KEY (service, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE phone (
    service TEXT NOT NULL REFERENCES service,
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('voice', 'textphone', 'text')),
    description TEXT REFERENCES text,
    PRIMARY KEY (service, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE schedule (
    service TEXT NOT NULL REFERENCES service,
    position INTEGER NOT NULL,
    description TEXT NOT NULL REFERENCES text,
    PRIMARY KEY (service, position)
) STRICT, WITHOUT ROWID;

-- What follows is for the checker alone: no screen shows it.

-- The map of disagreements: the rows that the kiosk has to answer. Their sources are citations of `row.x`.
CREATE TABLE map_row (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    title TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The rights that the law gives in a row: kinds of route.
CREATE TABLE map_right (
    map_row TEXT NOT NULL REFERENCES map_row,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (map_row, position)
) STRICT, WITHOUT ROWID;

-- Which answers say that a right is used already.
CREATE TABLE used_right (
    kind TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    condition TEXT NOT NULL CHECK (json_valid(condition))
) STRICT, WITHOUT ROWID;

-- Terms that count as one short word when a reading level is measured.
CREATE TABLE unavoidable (
    words TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_off (
    position INTEGER PRIMARY KEY,
    outcome TEXT NOT NULL REFERENCES outcome,
    hash TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    signed_on TEXT NOT NULL
) STRICT;

-- The one row that says what this content is.
CREATE TABLE content (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    title TEXT NOT NULL REFERENCES text,
    published TEXT NOT NULL,
    first_flow TEXT NOT NULL REFERENCES flow
) STRICT;
