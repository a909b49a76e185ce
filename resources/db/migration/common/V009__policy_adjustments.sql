-- False for a version that only says when a policy is tried, or how it is called: what was rejected stays rejected.
alter table policy_version add column revises boolean default true not null;
