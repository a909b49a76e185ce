-- What was ever counted of a person, for the counters of the metrics: these only rise, so an undo leaves them alone. label tells
-- apart what has one name: the id of a policy, the sign of a weight's update, an action.

create table counter_total (
    user_id varchar(320) not null,
    name    varchar(40)  not null,
    label   varchar(40)  not null,
    total   bigint       not null,
    primary key (user_id, name, label)
);

-- What was done before this table: a proposal that a policy decided alone is not in the statistics, but it was made.
insert into counter_total (user_id, name, label, total)
    select user_id, 'policy_fired', cast(policy_id as varchar(40)), sum(made)
    from (select user_id, policy_id, fired as made from policy_stats where fired > 0
          union all
          select user_id, policy_id, count(*) as made from automatic_decision where undone_at is null
          group by user_id, policy_id) proposed
    group by user_id, policy_id;
insert into counter_total (user_id, name, label, total)
    select user_id, case when approve then 'policy_approved' else 'policy_rejected' end, cast(policy_id as varchar(40)), count(*)
    from decision group by user_id, approve, policy_id;
insert into counter_total (user_id, name, label, total)
    select user_id, 'weight_updates', case when approve then 'plus' else 'minus' end, sum(times)
    from decision_feature group by user_id, approve;
insert into counter_total (user_id, name, label, total)
    select p.user_id, 'execution_failures', p.action, count(*)
    from effect e join proposal p on p.id = e.proposal_id where e.state = 'failed' group by p.user_id, p.action;
