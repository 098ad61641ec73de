-- One row for a subject: reading all of somebody's choices is one look-up, and its lock orders all changes to them.
CREATE TABLE preferences (
    key         text        PRIMARY KEY CHECK (key ~ '^[cp]:'),
    version     bigint      NOT NULL CHECK (version > 0),
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    choices     jsonb       NOT NULL
);

COMMENT ON TABLE preferences IS 'How a subject wants to be contacted; key c:<customer ID> or p:<contact reference>';

-- The evidence of each change (GDPR Art. 7(1)). Rows are only ever added.
CREATE TABLE consent_record (
    id               bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key              text        NOT NULL,
    version          bigint      NOT NULL,
    recorded_at      timestamptz NOT NULL,
    source           text        NOT NULL,
    actor            text        NOT NULL,
    notice_version   text        NOT NULL,
    language         text        NOT NULL,
    changes          jsonb       NOT NULL,
    UNIQUE (key, version)
);

CREATE FUNCTION refuse_change_of_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'consent_record is append-only';
END $$;

CREATE TRIGGER consent_record_is_append_only
    BEFORE UPDATE ON consent_record
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_evidence();

-- Which contact points are which customer's, as identity-service has told; a reference, never an address.
CREATE TABLE contact_link (
    contact_ref  text NOT NULL,
    customer_id  text NOT NULL,
    kind         text NOT NULL,
    PRIMARY KEY (contact_ref, customer_id)
);

CREATE INDEX contact_link_by_customer ON contact_link (customer_id);

-- The newest version that a system has said is in force there; it covers every earlier one.
CREATE TABLE acknowledgement (
    system          text        NOT NULL,
    key             text        NOT NULL,
    version         bigint      NOT NULL,
    effective_from  timestamptz NOT NULL,
    PRIMARY KEY (key, system)
);
