package dev.byline.examples.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A Redis server of its own on a free port of this machine, which writes nothing to disk, and a connection to it. Commands are
 * gathered by {@link #add} and sent in one go by {@link #send}.
 */
final class Redis implements AutoCloseable {
    private static final int TRIES = 100;
    private static final long BETWEEN_TRIES = TimeUnit.MILLISECONDS.toNanos(50);

    private final Process server;
    private final Socket socket;
    private final InputStream in;
    private final ByteArrayOutputStream commands = new ByteArrayOutputStream(1 << 16);
    private int waiting;

    private Redis(Process server, Socket socket) throws IOException {
        this.server = server;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /**
     * Starts it.
     *
     * @throws IllegalStateException if none is installed, by which JMH passes over a benchmark
     */
    static Redis start() throws IOException {
        Path program = program();
        if (program == null) {
            throw new IllegalStateException("skipped: there is no redis-server on the PATH");
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process server = new ProcessBuilder(
                        program.toString(),
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--appendonly",
                        "no")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Redis(server, connect(port, server));
        } catch (IOException | RuntimeException failed) {
            server.destroy();
            throw failed;
        }
    }

    private static @Nullable Path program() {
        String path = System.getenv("PATH");
        for (String folder : path == null ? new String[0] : path.split(java.io.File.pathSeparator, -1)) {
            Path program = Path.of(folder, "redis-server");
            if (Files.isExecutable(program)) {
                return program;
            }
        }
        return null;
    }

    private static Socket connect(int port, Process server) throws IOException {
        IOException last = new IOException("redis-server did not start");
        for (int i = 0; i < TRIES && server.isAlive(); i++) {
            try {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
                return socket;
            } catch (IOException notYet) {
                last = notYet;
                LockSupport.parkNanos(BETWEEN_TRIES);
            }
        }
        throw last;
    }

    /** One more command to send. */
    void add(String... words) {
        text("*" + words.length + "\r\n");
        for (String word : words) {
            text("$" + word.length() + "\r\n" + word + "\r\n");
        }
        waiting++;
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        commands.write(bytes, 0, bytes.length);
    }

    /** Sends what was added and reads as many answers; the sum of their lengths, so that nobody can leave the reading out. */
    long send() throws IOException {
        commands.writeTo(socket.getOutputStream());
        commands.reset();
        long length = 0;
        for (; waiting > 0; waiting--) {
            length += answer();
        }
        return length;
    }

    private long answer() throws IOException {
        // Arrays hold no arrays here.
        long left = 1;
        long length = 0;
        while (left > 0) {
            left--;
            int type = in.read();
            String line = line();
            length += line.length();
            switch (type) {
                case '+', ':' -> {}
                case '$' -> length += Long.parseLong(line) < 0 ? 0 : line().length();
                case '*' -> left += Long.parseLong(line);
                default -> throw new IOException("redis says " + line);
            }
        }
        return length;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\r'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("redis is gone");
            }
            line.append((char) b);
        }
        in.read();
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        try {
            socket.close();
        } finally {
            server.destroy();
        }
    }
}
