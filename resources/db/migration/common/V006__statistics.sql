-- Statistics: how sure a proposal was when it was decided, and sums by day so that a million decisions need not be counted.

alter table decision add column confidence double precision;
update decision set confidence = (select p.confidence from proposal p where p.id = decision.proposal_id);
create index decision_policy on decision (policy_id, decided_at);

create index proposal_policy on proposal (policy_id, user_id, status);

-- Mails that the person wanted acted on and that the policy did not propose, estimated; null without evidence.
alter table policy_stats add column missed double precision;

-- By the day of the person's time zone on which it happened. What is undone leaves the day of its decision.
create table policy_day (
    user_id   varchar(320) not null,
    on_day    date         not null,
    policy_id bigint       not null,
    fired     integer      not null,
    approved  integer      not null,
    rejected  integer      not null,
    primary key (user_id, on_day, policy_id)
);

-- Standing decisions by tenth of confidence; millionths is the sum of their confidences, exact whatever is added and taken.
create table confidence_day (
    user_id    varchar(320) not null,
    on_day     date         not null,
    tenth      integer      not null,
    decided    integer      not null,
    approved   integer      not null,
    millionths bigint       not null,
    primary key (user_id, on_day, tenth)
);

-- In which time zone the days of a person were told apart; without a row they were never summed up.
create table day_zone (
    user_id varchar(320) primary key,
    zone    varchar(100) not null
);
