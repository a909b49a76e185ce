package io.countersign.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTokenTest {
    @TempDir
    private Path home;

    @Test
    void isMadeOnceAndEveryHomeHasItsOwn(@TempDir Path other) throws IOException {
        ApiToken.in(home);
        var first = text(home);
        assertThat(first).matches("[A-Za-z0-9_-]{43}");
        assertThat(ApiToken.in(home).isShownBy("Bearer " + first)).isTrue();
        assertThat(text(home)).isEqualTo(first);
        ApiToken.in(other);
        assertThat(text(other)).isNotEqualTo(first);
    }

    @Test
    void onlyItsOwnerCanReadItEvenWhenItWasLoosened() throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "needs a POSIX file system");
        ApiToken.in(home);
        assertThat(permissions()).isEqualTo("rw-------");
        Files.setPosixFilePermissions(home.resolve(ApiToken.FILE), PosixFilePermissions.fromString("rw-r--r--"));
        ApiToken.in(home);
        assertThat(permissions()).isEqualTo("rw-------");
    }

    @Test
    void aFileWithSomethingElseInItIsNoSecret() throws IOException {
        for (var content : new String[] {"", "password", "\u0000".repeat(43), "a".repeat(44)}) {
            Files.writeString(home.resolve(ApiToken.FILE), content);
            assertThatThrownBy(() -> ApiToken.in(home)).isInstanceOf(CountersignException.Invalid.class);
            assertThat(Files.readString(home.resolve(ApiToken.FILE))).isEqualTo(content);
        }
    }

    @Test
    void aLinkIsNotFollowedAndWhatItPointsAtStaysAsItIs(@TempDir Path elsewhere) throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "needs a POSIX file system");
        ApiToken.in(elsewhere);
        var target = elsewhere.resolve(ApiToken.FILE);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createSymbolicLink(home.resolve(ApiToken.FILE), target);

        assertThatThrownBy(() -> ApiToken.in(home)).isInstanceOf(CountersignException.Invalid.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-r--r--");
        Files.delete(target);
        assertThatThrownBy(() -> ApiToken.in(home)).isInstanceOf(CountersignException.Invalid.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void whatAKilledStartLeftBehindIsNotUsed() throws IOException {
        var begun = Files.writeString(home.resolve(ApiToken.FILE + ".new"), "half");

        ApiToken.in(home);

        assertThat(text(home)).matches("[A-Za-z0-9_-]{43}");
        assertThat(begun).doesNotExist();
    }

    @Test
    void isShownAsABearerOnly() throws IOException {
        var token = ApiToken.in(home);
        var secret = text(home);
        assertThat(token.isShownBy("bearer  " + secret)).isTrue();
        assertThat(token.isShownBy(secret)).isFalse();
        assertThat(token.isShownBy("Bearer " + secret.substring(1))).isFalse();
        assertThat(token.isShownBy("Bearer " + secret + "x")).isFalse();
        assertThat(token.isShownBy("")).isFalse();
    }

    private static String text(Path home) throws IOException {
        return Files.readString(home.resolve(ApiToken.FILE)).strip();
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(ApiToken.FILE)));
    }
}
