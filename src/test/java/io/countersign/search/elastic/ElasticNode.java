package io.countersign.search.elastic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A real Elasticsearch server on loopback, in a process of its own; it keeps its port and data when started again. */
final class ElasticNode implements AutoCloseable {
    private static final long READY_SECONDS = 120;
    private static final List<String> FOLDERS = List.of("config", "data", "logs", "tmp");

    private final Path distribution;
    private final Path home;
    private final int port;
    private Optional<Process> process = Optional.empty();

    ElasticNode() throws IOException {
        // Root lends the server to "nobody", who must be able to walk to both folders.
        this.home = Files.createTempDirectory("countersign-elastic");
        this.distribution = distribution();
        this.port = freePort();
        for (var folder : FOLDERS) {
            Files.createDirectories(home.resolve(folder));
        }
        for (var file : List.of("jvm.options", "log4j2.properties")) {
            Files.copy(
                    distribution.resolve("config").resolve(file),
                    home.resolve("config").resolve(file));
        }
        Files.writeString(home.resolve("config/elasticsearch.yml"), """
                cluster.name: countersign-tests
                node.name: one
                discovery.type: single-node
                http.host: 127.0.0.1
                transport.host: 127.0.0.1
                http.port: %d
                transport.port: 0
                xpack.security.enabled: false
                action.destructive_requires_name: false
                cluster.routing.allocation.disk.threshold_enabled: false
                path.data: %s
                path.logs: %s
                """.formatted(
                        port, home.resolve("data"), home.resolve("logs")));
    }

    /** Why no server can be started here, if so. */
    static Optional<String> obstacle() {
        if (!Files.isDirectory(unpacked())) {
            return Optional.of("the server is not unpacked at " + unpacked() + " (mvnw verify does that)");
        }
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return Optional.of("the server for tests is only started on Linux");
        }
        return isRoot() && !Files.isExecutable(Path.of("/usr/bin/setpriv"))
                ? Optional.of("the server does not run as root, and setpriv is missing")
                : Optional.empty();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void start() throws IOException {
        run("chown", "-R", "65534:65534", home.toString());
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.addAll(List.of("bash", distribution.resolve("bin/elasticsearch").toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("out").toFile());
        builder.environment()
                .putAll(Map.of(
                        "ES_JAVA_HOME", System.getProperty("java.home"),
                        "ES_PATH_CONF", home.resolve("config").toString(),
                        "ES_JAVA_OPTS", "-Xms512m -Xmx512m",
                        "ES_TMPDIR", home.resolve("tmp").toString(),
                        "HOME", home.toString()));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        var started = builder.start();
        process = Optional.of(started);
        await(started);
    }

    /** Ends the server as a lost machine would: without a word. */
    void kill() {
        process.ifPresent(running -> {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
            running.onExit().join();
        });
        process = Optional.empty();
    }

    /** Lets the server stand still, or go on. */
    void freeze(boolean still) throws IOException {
        var ids = process.stream()
                .flatMap(running -> Stream.concat(Stream.of(running.toHandle()), running.descendants()))
                .map(handle -> String.valueOf(handle.pid()))
                .toList();
        var command = new ArrayList<>(List.of("kill", still ? "-STOP" : "-CONT"));
        command.addAll(ids);
        run(command.toArray(String[]::new));
    }

    private void await(Process started) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end && started.isAlive()) {
                if (isReady(client)) {
                    return;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
        throw new IllegalStateException("Elasticsearch did not start: " + Files.readString(home.resolve("out")));
    }

    private boolean isReady(HttpClient client) {
        var health = url().resolve("/_cluster/health?wait_for_status=yellow&timeout=2s");
        try {
            return client.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path unpacked() {
        try (var folders = Files.list(Path.of("target/elasticsearch").toAbsolutePath())) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("elasticsearch-"))
                    .findFirst()
                    .orElse(Path.of("target/elasticsearch/none"));
        } catch (IOException _) {
            return Path.of("target/elasticsearch/none");
        }
    }

    private Path distribution() throws IOException {
        var unpacked = unpacked();
        if (!isRoot() || isOpenToAll(unpacked)) {
            run("chmod", "-R", "a+rX", unpacked.toString());
            return unpacked;
        }
        run("cp", "-r", unpacked.toString(), home.toString());
        run("chmod", "-R", "a+rX", home.toString());
        return home.resolve(unpacked.getFileName());
    }

    private static boolean isOpenToAll(Path folder) throws IOException {
        for (Path one = folder; one != null; one = one.getParent()) {
            if (!Files.getPosixFilePermissions(one).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(String... command) throws IOException {
        if (command[0].equals("chown") && !isRoot()) {
            return;
        }
        int code =
                new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
