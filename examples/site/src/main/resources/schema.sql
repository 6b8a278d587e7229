-- What the site keeps besides its articles; the same on H2 and PostgreSQL. Instants are milliseconds since 1970.
create table if not exists note (
  kind varchar(40) not null,
  name varchar(1000) not null,
  document text not null,
  primary key (kind, name)
);

create table if not exists member (
  id varchar(40) primary key,
  name varchar(200) not null,
  email varchar(254) not null,
  password varchar(200) not null,
  role varchar(20) not null
);

create table if not exists site_comment (
  id varchar(200) primary key,
  article varchar(1000) not null,
  state varchar(10) not null,
  sent bigint not null,
  document text not null,
  findings text not null,
  author varchar(64) not null,
  email varchar(254) not null,
  ip varchar(100) not null,
  agent varchar(1000) not null,
  member varchar(40) not null
);
create index if not exists comment_on on site_comment (article, state);
create index if not exists comment_by_state on site_comment (state, sent);

-- What a review asks: each comment and each claim under what it is found by.
create table if not exists said (
  number bigint generated always as identity primary key,
  comment varchar(200),
  edited varchar(200),
  article varchar(1000) not null,
  parent varchar(200) not null,
  name varchar(1100) not null,
  email varchar(254) not null,
  member varchar(200) not null,
  ip varchar(100) not null,
  network varchar(100) not null,
  fingerprint varchar(64) not null,
  sketch varchar(2000) not null,
  state varchar(10) not null,
  sent bigint not null
);
create unique index if not exists said_comment on said (comment);
create index if not exists said_words on said (fingerprint);
create index if not exists said_email on said (email, sent);
create index if not exists said_member on said (member, sent);
create index if not exists said_ip on said (ip, sent);
create index if not exists said_network on said (network, sent);

create table if not exists used_token (
  token varchar(64) primary key,
  used bigint not null
);

create table if not exists claim_lock (id int primary key);
insert into claim_lock (id) select 1 where not exists (select 1 from claim_lock);
