-- Which changes a system has not acknowledged a minute after they were made; what is younger is found by its time. Who
-- acknowledges removes it, and so does an erasure.
CREATE TABLE propagation_open (
    system      text        NOT NULL,
    key         text        NOT NULL REFERENCES preferences ON DELETE CASCADE,
    version     bigint      NOT NULL,
    changed_at  timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    PRIMARY KEY (key, system, version)
);

CREATE INDEX propagation_open_due ON propagation_open (system, due_at);
CREATE INDEX propagation_open_age ON propagation_open (system, changed_at);

-- Everybody in the order of their last change: whoever looks for what is new finds it without looking at the rest.
CREATE INDEX preferences_by_change ON preferences (changed_at, key);

-- How far each system is, as it was last counted. Up to seen_at (and seen_key) every change has been looked at.
CREATE TABLE propagation_status (
    system       text        PRIMARY KEY,
    known_since  timestamptz NOT NULL,
    seen_at      timestamptz NOT NULL DEFAULT '-infinity',
    seen_key     text        NOT NULL DEFAULT '',
    backlog      bigint      NOT NULL DEFAULT 0,
    overdue      bigint      NOT NULL DEFAULT 0,
    oldest_at    timestamptz,
    counted_at   timestamptz NOT NULL DEFAULT '-infinity'
);

-- How long systems took, hour by hour: how many changes fell into which class of durations (LagClass).
CREATE TABLE propagation_lag (
    system          text        NOT NULL,
    hour            timestamptz NOT NULL,
    lag_class       smallint    NOT NULL,
    changes         bigint      NOT NULL,
    longest_millis  bigint      NOT NULL,
    PRIMARY KEY (system, hour, lag_class)
);

-- What a system had acknowledged before what it has acknowledged last: for whoever looks back at a moment.
CREATE TABLE acknowledgement_before (
    system          text        NOT NULL,
    key             text        NOT NULL,
    version         bigint      NOT NULL,
    effective_from  timestamptz NOT NULL,
    PRIMARY KEY (key, system, version)
);

CREATE INDEX acknowledgement_before_by_time ON acknowledgement_before USING brin (effective_from);

-- A message that was sent in spite of a no, with what shows it. Of an erased subject only the keyed reference stays.
CREATE TABLE incident (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind            text        NOT NULL,
    subject_ref     text        NOT NULL,
    key             text,
    purpose         text        NOT NULL,
    channel         text        NOT NULL,
    brand           text        NOT NULL,
    system          text        NOT NULL,
    message_ref     text        NOT NULL,
    sent_at         timestamptz NOT NULL,
    refused_at      timestamptz,
    refused_version bigint,
    record_hash     text,
    acknowledged_version bigint,
    effective_from  timestamptz,
    due_at          timestamptz,
    detected_at     timestamptz NOT NULL,
    closed_at       timestamptz,
    closed_by       text,
    closing_reason  text,
    UNIQUE (subject_ref, purpose, channel, brand, message_ref)
);

CREATE INDEX incident_of_subject ON incident (key) WHERE key IS NOT NULL;
CREATE INDEX incident_open ON incident (system) WHERE closed_at IS NULL;

-- A message that was sent in spite of a no of which the system may not have known: looked at again until it is clear.
CREATE TABLE doubtful_send (
    key             text        NOT NULL,
    purpose         text        NOT NULL,
    channel         text        NOT NULL,
    brand           text        NOT NULL,
    message_ref     text        NOT NULL,
    system          text        NOT NULL,
    sent_at         timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    attempts        integer     NOT NULL,
    PRIMARY KEY (key, purpose, channel, brand, message_ref)
);

CREATE INDEX doubtful_send_due ON doubtful_send (next_attempt_at);

-- From which version on the systems have not been told yet: a bulk import tells them bit by bit, and before anything else
-- of the same subject is told. NULL for almost everybody.
ALTER TABLE preferences ADD COLUMN untold_from bigint;

CREATE INDEX preferences_untold ON preferences (key) WHERE untold_from IS NOT NULL;

-- Records of the time before the suite, on their way in.
CREATE TABLE legacy_import (
    id               uuid        PRIMARY KEY,
    format           text        NOT NULL,
    dry_run          boolean     NOT NULL,
    state            text        NOT NULL,
    started_at       timestamptz NOT NULL,
    received_at      timestamptz,
    finished_at      timestamptz,
    client           text        NOT NULL,
    header           text,
    lines_received   bigint      NOT NULL DEFAULT 0,
    prefix_hash      text,
    lines_invalid    bigint      NOT NULL DEFAULT 0,
    applied_up_to    bigint      NOT NULL DEFAULT 0,
    subjects         bigint      NOT NULL DEFAULT 0,
    outcomes         jsonb       NOT NULL DEFAULT '{}',
    failure          text,
    next_attempt_at  timestamptz NOT NULL
);

CREATE INDEX legacy_import_due ON legacy_import (next_attempt_at) WHERE finished_at IS NULL;

-- The lines of imports that can be read, until they are applied.
CREATE TABLE legacy_import_line (
    import_id       uuid        NOT NULL,
    line            bigint      NOT NULL,
    key             text        NOT NULL,
    purpose         text        NOT NULL,
    channel         text        NOT NULL,
    brand           text        NOT NULL,
    allowed         boolean     NOT NULL,
    decided_at      timestamptz,
    notice_version  text,
    language        text,
    source          text,
    reference       text,
    PRIMARY KEY (import_id, line)
);

-- What is wrong with those that cannot. What they say is not repeated.
CREATE TABLE legacy_import_fault (
    import_id  uuid    NOT NULL,
    line       bigint  NOT NULL,
    field      text    NOT NULL,
    fault      text    NOT NULL,
    PRIMARY KEY (import_id, line, field)
);
