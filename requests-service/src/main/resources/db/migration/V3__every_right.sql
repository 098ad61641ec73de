-- Every right, and several in one submission: one row for each, as each has a clock, a lifecycle and an outcome of its own.
ALTER TABLE request DROP CONSTRAINT request_asked_for_check;
ALTER TABLE request DROP CONSTRAINT request_channel_check;
ALTER TABLE request DROP CONSTRAINT request_check;
ALTER TABLE request DROP CONSTRAINT request_check1;
ALTER TABLE request DROP CONSTRAINT request_verification_id_key;
ALTER TABLE request
    ADD COLUMN submission_id     uuid,
    ADD COLUMN language          text NOT NULL DEFAULT 'en',
    ADD COLUMN identity_asked_on date,
    ADD COLUMN refusal_ground    text,
    ADD COLUMN reopened_at       timestamptz;
UPDATE request SET submission_id = id;
ALTER TABLE request
    ALTER COLUMN submission_id SET NOT NULL,
    ADD CONSTRAINT request_asked_for_check CHECK (asked_for IN ('ACCESS', 'ERASURE', 'RECTIFICATION', 'RESTRICTION',
        'RESTRICTION_LIFTING', 'PORTABILITY', 'OBJECTION', 'MARKETING_OBJECTION', 'HUMAN_REVIEW', 'COMPLAINT')),
    ADD CONSTRAINT request_channel_check CHECK (channel IN ('SIGNED_IN', 'GUEST', 'CALL', 'LETTER')),
    ADD CONSTRAINT request_is_somebodys CHECK (customer_id IS NOT NULL OR verification_id IS NOT NULL
        OR asked_for = 'MARKETING_OBJECTION');

COMMENT ON COLUMN request.submission_id IS 'Shared by what was asked in one go';
COMMENT ON COLUMN request.identity_asked_on IS 'When it was formally asked for more about who asks (Art. 12(6))';

CREATE UNIQUE INDEX request_of_verification ON request (verification_id, asked_for) WHERE verification_id IS NOT NULL;
CREATE INDEX request_of_submission ON request (submission_id);
-- What a person weighs has a content of its own each time; what was opened again is no second asking.
DROP INDEX request_one_open;
CREATE UNIQUE INDEX request_one_open ON request (customer_id, asked_for)
    WHERE channel = 'SIGNED_IN' AND closed_at IS NULL AND reopened_at IS NULL
        AND asked_for IN ('ACCESS', 'ERASURE', 'RESTRICTION', 'RESTRICTION_LIFTING', 'PORTABILITY', 'MARKETING_OBJECTION');

-- Who of us did it (a staff subject, never a name), and in which words, encrypted with the request's key.
ALTER TABLE request_history
    ADD COLUMN staff text,
    ADD COLUMN words bytea;

-- Every derivation of a due date that there ever was, to be replayed. Rows are only ever added.
CREATE TABLE request_derivation (
    request_id uuid        NOT NULL REFERENCES request,
    version    bigint      NOT NULL,
    due_date   date        NOT NULL,
    derivation jsonb       NOT NULL,
    derived_at timestamptz NOT NULL,
    PRIMARY KEY (request_id, version)
);
COMMENT ON COLUMN request_derivation.version IS 'Of the request, that brought it about';
INSERT INTO request_derivation SELECT id, 1, due_date, derivation, received_at FROM request;

CREATE FUNCTION refuse_change_of_derivation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'request_derivation is append-only';
END $$;
CREATE TRIGGER request_derivation_is_append_only
    BEFORE UPDATE ON request_derivation
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_derivation();

-- Some kinds of mail recur, each for a new occasion.
ALTER TABLE notice ADD COLUMN occurrence integer NOT NULL DEFAULT 1;
ALTER TABLE notice DROP CONSTRAINT notice_request_id_kind_key;
ALTER TABLE notice ADD CONSTRAINT notice_once UNIQUE (request_id, kind, occurrence);
