package io.countersign.search.lucene;

import io.countersign.search.SearchFailure;
import io.countersign.search.SearchFailure.Kind;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;

/** Tells what a failure of Lucene means. */
final class Failures {
    private Failures() {}

    static SearchFailure of(Throwable failure) {
        return new SearchFailure(kind(failure), String.valueOf(failure.getMessage()), failure);
    }

    private static Kind kind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isDamage(cause)) {
                return Kind.BROKEN;
            }
            if (isReadOnly(cause)) {
                return Kind.READ_ONLY;
            }
        }
        return Kind.UNREACHABLE;
    }

    private static boolean isDamage(Throwable cause) {
        return cause instanceof CorruptIndexException
                || cause instanceof IndexFormatTooNewException
                || cause instanceof IndexFormatTooOldException
                || cause instanceof IndexNotFoundException
                || cause instanceof EOFException
                || cause instanceof NoSuchFileException
                || cause instanceof FileNotFoundException
                || cause instanceof InternalError; // a mapped file that was cut short
    }

    private static boolean isReadOnly(Throwable cause) {
        return cause instanceof AccessDeniedException
                || cause instanceof ReadOnlyFileSystemException
                || (cause instanceof FileSystemException && isFull(cause))
                || (cause instanceof IOException && isFull(cause));
    }

    private static boolean isFull(Throwable cause) {
        var message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left")
                || message.contains("read-only file system")
                || message.contains("quota");
    }
}
