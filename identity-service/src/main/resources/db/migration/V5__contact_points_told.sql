-- Under which active contact key the others were last told of a contact point. When a newer one becomes the active one, they
-- are told again, with the reference under that.
ALTER TABLE contact_point ADD COLUMN told_under integer;

UPDATE contact_point SET told_under = split_part(contact_ref, '.', 1)::integer;

ALTER TABLE contact_point ALTER COLUMN told_under SET NOT NULL;

CREATE INDEX contact_point_told_under ON contact_point (told_under);
