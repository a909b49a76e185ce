package io.countersign.mail;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * A mail as enrichers see it.
 *
 * @param attachments gives the decoded bytes of an attached file, by {@link ParsedMail.Attachment#index()}; decoding takes
 *     its time, so only for files that are worth it
 * @param notes receives what could not be read, in English and as a whole sentence; the person sees it beside the mail
 */
public record Examination(
        ParsedMail mail, Envelope envelope, IntFunction<Optional<byte[]>> attachments, Consumer<String> notes) {

    /** A mail whose attached files are out of reach and whose notes nobody reads. */
    public static Examination of(ParsedMail mail, Envelope envelope) {
        return new Examination(mail, envelope, _ -> Optional.empty(), _ -> {});
    }
}
