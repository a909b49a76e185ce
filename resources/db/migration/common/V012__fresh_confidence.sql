-- What was learned about confidences is kept as several lines; the first use learns it anew from the samples.
delete from calibration;

-- What the learner saw of the mail, one feature a line, so that a pending proposal can be scored by what was learned since.
-- Null: made by an earlier version; filled in at the next start.
alter table proposal add column features varchar(8000);
