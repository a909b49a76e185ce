-- Which request of the person a proposal comes of, while none has proposed it anew since: a row of policy_firing, whose counter is
-- of those that were not withdrawn.
alter table proposal add column request_id bigint;
