package io.countersign.mail;

import java.nio.file.Path;

/** Finds the mail that a path holds. */
@FunctionalInterface
public interface SourceOpener {
    /**
     * What is to be read of it.
     *
     * @throws io.countersign.shared.CountersignException.Invalid when {@code path} does not exist or holds no mail
     */
    MailSource at(Path path);
}
