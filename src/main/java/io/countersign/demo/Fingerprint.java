package io.countersign.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Tokens that look random and depend only on their seed: ids, boundaries, signatures. */
final class Fingerprint {
    private static final int HEX_LENGTH = 24;
    private static final int SIGNATURE_DIGESTS = 8;

    private Fingerprint() {}

    static String hex(String seed) {
        return HexFormat.of().formatHex(digest(seed)).substring(0, HEX_LENGTH);
    }

    /** 344 characters of Base64, as long as an RSA signature of 2,048 bits. */
    static String signature(String seed) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < SIGNATURE_DIGESTS; i++) {
            bytes.writeBytes(digest(seed + i));
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
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
