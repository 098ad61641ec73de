package org.privacypromise.sample;

import java.util.List;

/** Where a system says what it has done. */
interface Outlet extends AutoCloseable {

    /** Returns when all are safely published; throws if one may not be. */
    void publish(List<Statement> statements) throws Exception;

    @Override
    void close();
}
