-- Weights fade and need evidence; confidences are calibrated by what was decided.

-- How many decisions taught a feature; 0: taught before weights faded, to be replayed at the next start.
alter table user_weights add column decisions integer default 0 not null;
insert into user_weights (user_id, feature, weight, updated_at)
    select f.user_id, f.feature, 0, max(b.decided_at)
    from decision_feature f join batch b on b.id = f.batch_id
    where not exists (select 1 from user_weights w where w.user_id = f.user_id and w.feature = f.feature)
    group by f.user_id, f.feature;

-- The policy's own figure before anything was learned. Of older proposals only the confidence as a whole is known.
alter table proposal add column prior double precision;
update proposal set prior = confidence;
alter table proposal alter column prior set not null;

-- The standing decisions that calibrate confidences: replaying them in order of batch and proposal gives the calibration.
create table calibration_sample (
    user_id     varchar(320)     not null,
    batch_id    bigint           not null references batch (id),
    proposal_id bigint           not null,
    action      varchar(40)      not null,
    approve     boolean          not null,
    prior       double precision not null,
    signals     varchar(400)     not null,
    primary key (user_id, batch_id, proposal_id)
);
insert into calibration_sample (user_id, batch_id, proposal_id, action, approve, prior, signals)
    select d.user_id, d.batch_id, d.proposal_id, d.action, d.approve, p.confidence, ''
    from decision d join proposal p on p.id = d.proposal_id
    where d.undone_at is null;

-- What all standing samples up to a batch taught; all but the newest only save replaying.
create table calibration (
    user_id   varchar(320)   not null,
    batch_id  bigint         not null references batch (id),
    decisions integer        not null,
    learned   varchar(20000) not null,
    primary key (user_id, batch_id)
);
