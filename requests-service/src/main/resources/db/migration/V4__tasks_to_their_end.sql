-- Tasks until they are done: by systems or by hand, for longer than they should, probed, held, given up, or released years
-- later. Stages get room between them.
UPDATE task SET stage = stage * 10;
UPDATE fulfilment SET stage = stage * 10;

ALTER TABLE fulfilment
    DROP CONSTRAINT IF EXISTS fulfilment_operation_check,
    ADD COLUMN reopened     integer NOT NULL DEFAULT 0,
    ADD COLUMN kept_subject bytea;
COMMENT ON COLUMN fulfilment.operation IS 'The right that is fulfilled';
COMMENT ON COLUMN fulfilment.customer_ids IS 'Whose data; emptied when the last task is answered that no legal hold forbids';
COMMENT ON COLUMN fulfilment.reopened IS 'How often data was found again after its erasure';
COMMENT ON COLUMN fulfilment.kept_subject IS
    'Whose data some system keeps for a time, encrypted with the request''s key; gone with the last of it';

ALTER TABLE task
    DROP CONSTRAINT task_request_id_system_key,
    DROP CONSTRAINT task_state_check,
    ADD COLUMN operation    text,
    ADD COLUMN by_hand      boolean NOT NULL DEFAULT false,
    ADD COLUMN look_at      timestamptz,
    ADD COLUMN tries        integer NOT NULL DEFAULT 0,
    ADD COLUMN given_up     text,
    ADD COLUMN proposal     text,
    ADD COLUMN proposed_by  text,
    ADD COLUMN confirmed_by text;
UPDATE task SET operation = (SELECT operation FROM fulfilment WHERE request_id = task.request_id);
UPDATE task SET look_at = issued_at WHERE state = 'ISSUED';
ALTER TABLE task
    ALTER COLUMN operation SET NOT NULL,
    ADD CONSTRAINT task_state_check CHECK (
        state IN ('PLANNED', 'ISSUED', 'ESCALATED', 'ANSWERED', 'FAILED', 'HELD', 'GIVEN_UP')),
    ADD CONSTRAINT task_given_up_check CHECK ((state = 'GIVEN_UP') = (given_up IS NOT NULL)),
    ADD CONSTRAINT task_once UNIQUE (request_id, system, stage);
COMMENT ON COLUMN task.by_hand IS 'People do it; what the system says is not believed';
COMMENT ON COLUMN task.look_at IS 'When it is looked at again, unless it is answered before';
COMMENT ON COLUMN task.proposal IS 'What one person says was done, until a second one has confirmed it';
COMMENT ON COLUMN task.proposed_by IS 'A staff subject, never a name';
CREATE INDEX task_to_look_at ON task (look_at) WHERE look_at IS NOT NULL;
CREATE INDEX task_waiting ON task (system) WHERE state IN ('ISSUED', 'ESCALATED', 'FAILED');
CREATE INDEX task_held ON task (request_id) WHERE state = 'HELD';

-- What systems have left in spite of an erasure, so that it is erased on its day.
CREATE TABLE kept_data (
    id               uuid PRIMARY KEY,
    request_id       uuid NOT NULL REFERENCES request ON DELETE CASCADE,
    system           text NOT NULL,
    category         text NOT NULL,
    rule             text NOT NULL,
    release_on       date,
    release_asked_at timestamptz,
    released_at      timestamptz
);
COMMENT ON COLUMN kept_data.rule IS 'The retention rule of the purpose register';
COMMENT ON COLUMN kept_data.release_on IS 'The last day on which it is kept; null if the rule has no end';
CREATE INDEX kept_data_of_request ON kept_data (request_id);
CREATE INDEX kept_data_due ON kept_data (release_on) WHERE released_at IS NULL AND release_asked_at IS NULL;

-- What must not be erased, because a court, an authority or a claim needs it. Reason and authority are encrypted.
CREATE TABLE legal_hold (
    id            uuid        PRIMARY KEY,
    customer_id   text        NOT NULL,
    categories    text[]      NOT NULL,
    reason        bytea       NOT NULL,
    authority     bytea       NOT NULL,
    set_by        text        NOT NULL,
    set_at        timestamptz NOT NULL,
    confirmed_by  text,
    confirmed_at  timestamptz,
    lift_asked_by text,
    lifted_by     text,
    lifted_at     timestamptz,
    CHECK (confirmed_by <> set_by),
    CHECK (lifted_by <> lift_asked_by)
);
COMMENT ON COLUMN legal_hold.categories IS 'Data categories of the register; empty for everything';
CREATE INDEX legal_hold_of_customer ON legal_hold (customer_id) WHERE lifted_at IS NULL;

-- Once the time to account for a request is over, everything that belongs to it goes with it.
DO $$
DECLARE
    reference record;
BEGIN
    FOR reference IN
        SELECT conrelid::regclass AS tab, conname AS name, pg_get_constraintdef(oid) AS definition
        FROM pg_constraint
        WHERE contype = 'f' AND confdeltype = 'a' AND confrelid IN ('request'::regclass, 'fulfilment'::regclass)
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I, ADD CONSTRAINT %I %s ON DELETE CASCADE',
            reference.tab, reference.name, reference.name, reference.definition);
    END LOOP;
END $$;
