package io.countersign.api;

import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Serves nothing, and keeps what it was asked for; one port is another program's. */
public final class RecordedApi implements LocalApi {
    public static final int TAKEN = 9000;

    private final List<String> calls = new ArrayList<>();

    /** {@code start 8003}, {@code stop}, in their order. */
    public List<String> calls() {
        return calls;
    }

    @Override
    public void start(int port) {
        calls.add("start " + port);
        if (port == TAKEN) {
            throw new CountersignException.PortInUse(port, new IOException("bind"));
        }
    }

    @Override
    public void stop() {
        calls.add("stop");
    }

    @Override
    public Path tokenFile() {
        return Path.of("home", ApiToken.FILE);
    }

    @Override
    public String token() {
        return "secret-of-the-owner";
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
