package io.countersign.api.cli;

import io.countersign.api.ApiToken;
import io.countersign.api.http.ApiServer;
import io.countersign.shared.cli.Output;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve [--port 8003]}: until the process is told to end, or its thread is interrupted. */
@Command(
        name = "serve",
        description =
                "Answers programs on this computer over HTTP: the local API and /metrics, until it is stopped. Meanwhile "
                        + "jobs run on schedule.")
public final class ServeCommand implements Runnable {
    private static final int LAST_PORT = 65_535;

    private final Supplier<ApiServer.Offer> offer;
    private final Runnable jobs;
    private final Runnable closer;
    private final Output output;

    @Option(names = "--port", paramLabel = "N", description = "where to listen (default: 8003; 0: any that is free)")
    private int port = ApiServer.PORT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Serves this.
     *
     * @param jobs lets jobs run by the clock; called once requests are answered
     * @param closer closes what offer and jobs rest on, and waits for jobs; called when the process ends while this still serves
     */
    public ServeCommand(Supplier<ApiServer.Offer> offer, Runnable jobs, Runnable closer, Output output) {
        this.offer = offer;
        this.jobs = jobs;
        this.closer = closer;
        this.output = output;
    }

    @Override
    public void run() {
        if (port < 0 || port > LAST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port is a number from 0 to " + LAST_PORT + ".");
        }
        var served = offer.get();
        try (var server = ApiServer.start(port, served);
                var _ = ending(server)) {
            jobs.run();
            say(server);
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            // It is to end. It stays uninterrupted: what is closed next are files that break in a thread that is not.
        }
    }

    private interface Ending extends AutoCloseable {
        @Override
        void close();
    }

    /** A process that is told to end does not let this thread go on: what is open is closed by another. */
    private Ending ending(ApiServer server) {
        Runnable close = server::close;
        var end = new Thread(
                () -> {
                    close.run();
                    closer.run();
                },
                "serve-end");
        Runtime.getRuntime().addShutdownHook(end);
        return () -> {
            try {
                Runtime.getRuntime().removeShutdownHook(end);
            } catch (IllegalStateException _) {
                // it runs
            }
        };
    }

    private void say(ApiServer server) {
        if (output.isJson()) {
            output.json(Output.object()
                    .put("url", "http://127.0.0.1:" + server.port())
                    .put("port", server.port()));
        } else {
            output.line("The local API answers at http://127.0.0.1:" + server.port() + ". Its token is in the file "
                    + ApiToken.FILE + " of the data directory. Ctrl+C ends it.");
        }
        output.flush();
    }
}
