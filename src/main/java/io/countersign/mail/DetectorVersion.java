package io.countersign.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names a set of detectors: their release, and a hash of the data files that they read. */
public final class DetectorVersion {
    private DetectorVersion() {}

    /**
     * The version of detectors.
     *
     * @param release changes when their code does
     * @param resources absolute names of their data files on the class path
     */
    public static String of(String release, List<String> resources) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var name : resources) {
                try (var in = DetectorVersion.class.getResourceAsStream(name)) {
                    if (in == null) {
                        throw new IllegalStateException(name + " is missing");
                    }
                    digest.update(in.readAllBytes());
                }
            }
            return release + "-" + HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
