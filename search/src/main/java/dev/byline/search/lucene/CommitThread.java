package dev.byline.search.lucene;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one thread that an index may own: makes durable what was put, where no further call comes along to do it, and learns
 * the language of a site that has grown. It begins with the first change that waits, is a daemon, and ends when it is closed.
 */
final class CommitThread implements AutoCloseable {
    private final Runnable commit;
    private final AtomicBoolean awaited = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
        Thread own = new Thread(work, "byline-search-commit");
        own.setDaemon(true);
        return own;
    });

    CommitThread(Runnable commit) {
        this.commit = commit;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Commits after this time at the latest; of several calls the first counts. */
    void within(Duration time) {
        if (awaited.compareAndSet(false, true)) {
            try {
                var unused = thread.schedule(this::run, time.toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException closed) {
                // Closing commits by itself.
                awaited.set(false);
            }
        }
    }

    /** Does this as soon as it is free. */
    void soon(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException closed) {
            // Nobody waits for it any more.
        }
    }

    private void run() {
        // First, so that what is changed while it commits is waited for anew.
        awaited.set(false);
        commit.run();
    }

    /** Lets a commit that is under way come to its end, and begins no other. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
