-- An opt-out that outlives the erasure of whoever made it: by contact reference, never by address or customer ID.
CREATE TABLE suppression (
    contact_ref  text        NOT NULL,
    purpose      text        NOT NULL,
    channel      text        NOT NULL,
    brand        text        NOT NULL,
    since        timestamptz NOT NULL,
    reason       text        NOT NULL,
    PRIMARY KEY (contact_ref, purpose, channel, brand)
);

-- The evidence of somebody who was erased is kept for its time; then it goes, too. Null while they are a customer.
ALTER TABLE consent_record ADD COLUMN release_on date;

CREATE INDEX consent_record_release ON consent_record (release_on) WHERE release_on IS NOT NULL;

CREATE OR REPLACE FUNCTION refuse_change_of_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.release_on IS NULL AND to_jsonb(OLD) - 'release_on' = to_jsonb(NEW) - 'release_on' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'consent_record is append-only';
END $$;
