package io.countersign.mail.mbox;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;

/** Says in words why a stream broke off. */
public final class Reasons {
    private Reasons() {}

    /** A clause without a full stop. */
    public static String of(IOException failure) {
        return switch (failure) {
            case EOFException _ -> "the compressed file is truncated";
            case ZipException zip -> "the compressed file is damaged (" + message(zip) + ")";
            default -> message(failure);
        };
    }

    /** False where the file itself is damaged, so that reading it again is of no use. */
    public static boolean mayPass(IOException failure) {
        return !(failure instanceof EOFException || failure instanceof ZipException);
    }

    private static String message(IOException failure) {
        var message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
