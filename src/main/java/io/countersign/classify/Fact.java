package io.countersign.classify;

import java.util.Locale;

/** An observation that code makes about structure or headers; data files name it by {@link #id()}. */
enum Fact {
    HTML,
    LINKS_SOME,
    LINKS_MANY,
    IMAGES_SOME,
    IMAGES_MANY,
    PIXEL,
    TABLE_LAYOUT,
    UNSUBSCRIBE_LINK,
    SCHEMA_ORDER,
    SCHEMA_EVENT,
    CALENDAR,
    CALENDAR_CANCELLED,
    ATTACHMENT,
    INVOICE_FILE,
    RESUME_FILE,
    IN_THREAD,
    QUOTES,
    FORWARDED,
    PERSON_LIKE,
    MANY_RECIPIENTS,
    NO_RECIPIENT,
    SHORT_TEXT,
    SHOUTING,
    AUTOMATIC,
    // what makes mail dangerous
    REPLY_TO_FREEMAIL,
    REPLY_TO_OTHER,
    LOOKALIKE,
    NEAR_BRAND,
    BRAND_IN_FOREIGN_DOMAIN,
    BRAND_IN_NAME,
    ADDRESS_IN_NAME,
    DMARC_FAILED,
    SPF_FAILED,
    DKIM_FAILED,
    LINK_LIES,
    LINK_LIES_ABOUT_BRAND,
    LINK_TO_LOOKALIKE,
    IP_LINK,
    PROGRAM_FILE,
    DOUBLE_EXTENSION,
    MACRO_FILE,
    DISK_IMAGE,
    HTML_FILE,
    ARCHIVE_FILE,
    LOCKED_ARCHIVE,
    FAKE_REPLY;

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    String id() {
        return id;
    }
}
