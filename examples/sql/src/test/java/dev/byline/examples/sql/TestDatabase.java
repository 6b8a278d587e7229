package dev.byline.examples.sql;

import javax.sql.DataSource;

/** A database for a class of tests. */
interface TestDatabase extends AutoCloseable {
    /** A pool of connections to tables of their own, which are empty. */
    DataSource tables();

    @Override
    void close();
}
