package io.countersign.api;

import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The secret that a client of the local API shows: 256 random bits in the file {@code api-token} of the home, which only
 * its owner can read. Deleting the file makes a new one at the next start.
 */
public final class ApiToken {
    /** Its name in the home. */
    public static final String FILE = "api-token";

    private static final int BYTES = 32;
    private static final int LONGEST_FILE = 256;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final byte[] secret;

    private ApiToken(String secret) {
        this.secret = secret.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads it, or makes it when there is none.
     *
     * @throws CountersignException.HomeNotWritable when neither is possible
     * @throws CountersignException.Invalid when the file holds something else: it is never used as a secret, nor replaced
     */
    public static synchronized ApiToken in(Path home) {
        var file = home.resolve(FILE);
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                create(home, file);
            }
            var secret = read(file);
            if (!FORM.matcher(secret).matches()) {
                throw notOne(file);
            }
            return new ApiToken(secret);
        } catch (IOException e) {
            throw new CountersignException.HomeNotWritable(home.toString(), e);
        }
    }

    private static CountersignException notOne(Path file) {
        return new CountersignException.Invalid(
                file.toString(), "This is no token of the local API. Delete the file to get a new one.");
    }

    /** What it points at is none of ours to read, nor to change the permissions of. */
    private static String read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw notOne(file);
        }
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (posix != null) {
            posix.setPermissions(OWNER_ONLY);
        }
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readNBytes(LONGEST_FILE), StandardCharsets.ISO_8859_1).strip();
        }
    }

    /** For the clipboard of its owner; never to be logged or shown. */
    public String value() {
        return new String(secret, StandardCharsets.US_ASCII);
    }

    /** True for the header {@code Authorization: Bearer} with this token; takes as long for any other of its length. */
    public boolean isShownBy(String authorization) {
        var scheme = "Bearer ";
        if (!authorization.regionMatches(true, 0, scheme, 0, scheme.length())) {
            return false;
        }
        var shown = authorization.substring(scheme.length()).strip().getBytes(StandardCharsets.ISO_8859_1);
        return MessageDigest.isEqual(secret, shown);
    }

    /** Nobody else can read it at any time, and it is there with all of its content or not at all. */
    private static void create(Path home, Path file) throws IOException {
        var made = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(made);
        Files.createFile(made, isPosix(home) ? ownerOnly() : new FileAttribute<?>[0]);
        Files.writeString(made, random() + "\n", StandardCharsets.US_ASCII);
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)};
    }

    private static boolean isPosix(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
