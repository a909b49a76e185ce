package io.countersign.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Tokens that look random and depend only on their seed: ids, boundaries, signatures. */
final class Fingerprint {
    private static final int HEX_LENGTH = 24;

    private Fingerprint() {}

    static String hex(String seed) {
        return HexFormat.of().formatHex(digest(seed)).substring(0, HEX_LENGTH);
    }

    static String base64(String seed) {
        return Base64.getEncoder().encodeToString(digest(seed));
    }

    private static byte[] digest(String seed) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
