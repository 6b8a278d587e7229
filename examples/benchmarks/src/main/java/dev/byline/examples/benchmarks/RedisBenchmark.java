package dev.byline.examples.benchmarks;

import dev.byline.ranking.popular.Engagement;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The peer of {@link EngagementBenchmark}: a Redis server on the same machine that writes nothing to disk, asked over loopback.
 * Passed over with a message where no {@code redis-server} is installed.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class RedisBenchmark {
    private static final int PIPELINED = 512;
    private static final int HOURS = 24;
    private static final int VIEWS_AN_HOUR = 14_000;

    /** A server with the counts of a day of 336,000 views. */
    @State(Scope.Benchmark)
    public static class Server {
        /** How many articles there are. */
        @Param({"10000", "100000"})
        public int articles;

        private Engagement[] visits = {};
        private int next;
        private @Nullable Redis redis;

        /** Starts it and counts 24 hours and their sum. */
        @Setup(Level.Trial)
        public void start() throws IOException {
            visits = new ZipfViews(articles).visits;
            redis = Redis.start();
            for (int hour = 0; hour < HOURS; hour++) {
                for (int i = 0; i < VIEWS_AN_HOUR; i++) {
                    String id = next().article().value();
                    redis.add("ZINCRBY", "hour:" + hour, "1", id);
                    redis.add("ZINCRBY", "day", "1", id);
                    if (i % PIPELINED == 0) {
                        redis.send();
                    }
                }
                redis.send();
            }
        }

        /** Stops it. */
        @TearDown(Level.Trial)
        public void stop() throws IOException {
            Redis own = redis;
            if (own != null) {
                own.close();
            }
        }

        private Redis redis() {
            return Objects.requireNonNull(redis);
        }

        private Engagement next() {
            next = (next + 1) & (ZipfViews.EVENTS - 1);
            return visits[next];
        }
    }

    /** One counter a view, many views in one go. */
    @Benchmark
    @OperationsPerInvocation(PIPELINED)
    public long count(Server server) throws IOException {
        Redis redis = server.redis();
        for (int i = 0; i < PIPELINED; i++) {
            redis.add("ZINCRBY", "day", "1", server.next().article().value());
        }
        return redis.send();
    }

    /** Four commands a view, many views in one go: whether the visitor is new, and three windows. */
    @Benchmark
    @OperationsPerInvocation(PIPELINED)
    public long countVisits(Server server) throws IOException {
        Redis redis = server.redis();
        for (int i = 0; i < PIPELINED; i++) {
            Engagement view = server.next();
            String id = view.article().value();
            redis.add("SET", "seen:" + id + ":" + view.visitor(), "1", "NX", "EX", "1800");
            redis.add("ZINCRBY", "hour:0", "1", id);
            redis.add("ZINCRBY", "day", "1", id);
            redis.add("ZINCRBY", "all", "1", id);
        }
        return redis.send();
    }

    /** The ten with the most of one counter. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public long top(Server server) throws IOException {
        server.redis().add("ZREVRANGE", "day", "0", "9", "WITHSCORES");
        return server.redis().send();
    }

    /** The ten with the most of 24 hours, which are added up. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public long topOfHours(Server server) throws IOException {
        String[] union = new String[3 + HOURS];
        union[0] = "ZUNIONSTORE";
        union[1] = "sum";
        union[2] = Integer.toString(HOURS);
        for (int hour = 0; hour < HOURS; hour++) {
            union[3 + hour] = "hour:" + hour;
        }
        server.redis().add(union);
        server.redis().add("ZREVRANGE", "sum", "0", "9", "WITHSCORES");
        return server.redis().send();
    }
}
