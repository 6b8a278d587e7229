-- What the site keeps besides its articles and what reviews ask of earlier comments; the same on H2 and PostgreSQL. Instants are milliseconds since 1970.
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

-- Tables that earlier builds kept what was said in; it is in those of examples/sql now.
drop table if exists said;
drop table if exists used_token;
drop table if exists claim_lock;
