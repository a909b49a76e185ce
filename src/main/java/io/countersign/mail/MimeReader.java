package io.countersign.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** Walks the structure of one mail, attached mails included, and keeps its texts and the facts about its files. */
final class MimeReader {
    static final int NO_INDEX = -1;

    private static final int DEEPEST_MULTIPART = 30;
    private static final int DEEPEST_MESSAGE = 8;
    private static final int MOST_PARTS = 5000;
    private static final int LONGEST_TEXT = 8 << 20;
    private static final int LONGEST_MESSAGE = 128 << 20;
    private static final Set<String> NEVER_BODY =
            Set.of("text/calendar", "text/rfc822-headers", "text/vcard", "text/x-vcard", "text/csv");
    private static final MimeConfig CONFIG = new MimeConfig.Builder()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxHeaderLen(-1)
            .setMaxContentLen(-1)
            .setStrictParsing(false)
            .build();

    private final Defects defects;
    private final int wanted;
    private final List<ParsedMail.Attachment> attachments = new ArrayList<>();
    private final byte[] chunk = new byte[8192];
    private Optional<byte[]> found = Optional.empty();
    private Optional<String> calendar = Optional.empty();
    private int nextIndex;

    /** Reads and, when {@code wanted} is the index of a leaf part, keeps the decoded bytes of that part. */
    MimeReader(Defects defects, int wanted) {
        this.defects = defects;
        this.wanted = wanted;
    }

    /** A message: its header and what is in it. */
    record Entity(PartHead head, Part body) {}

    Optional<byte[]> found() {
        return found;
    }

    Optional<String> calendar() {
        return calendar;
    }

    List<ParsedMail.Attachment> attachments() {
        return List.copyOf(attachments);
    }

    Entity read(byte[] content) {
        return new Walk(content, 0).run();
    }

    /** One pass of the token stream over one message. */
    private final class Walk {
        private final byte[] content;
        private final int depth;
        private final MimeTokenStream tokens = new MimeTokenStream(CONFIG);
        private final Deque<Part.Branch> open = new ArrayDeque<>();
        private final Part.Branch root = new Part.Branch("root");
        private final PartHead messageHead;
        private PartHead head;
        private byte[] preamble = new byte[0];
        private boolean started;

        Walk(byte[] content, int depth) {
            this.content = content;
            this.depth = depth;
            this.messageHead = new PartHead(depth == 0, defects);
            this.head = messageHead;
            open.push(root);
        }

        Entity run() {
            try {
                tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
                int start = MailStart.of(content);
                tokens.parse(new ByteArrayInputStream(content, start, content.length - start));
                for (var state = tokens.getState();
                        state != EntityState.T_END_OF_STREAM && nextIndex < MOST_PARTS;
                        state = tokens.next()) {
                    step(state);
                }
            } catch (MimeException | IOException | RuntimeException e) {
                defects.add("The structure is damaged; what follows could not be read ("
                        + e.getClass().getSimpleName() + ").");
            }
            if (depth == 0 && messageHead.fields().isEmpty() && content.length > 0) {
                defects.add("The mail has no header.");
                return new Entity(messageHead, textPart(content, "", false));
            }
            return new Entity(
                    messageHead, root.children().size() == 1 ? root.children().getFirst() : root);
        }

        private void step(EntityState state) throws IOException {
            switch (state) {
                case T_START_HEADER -> {
                    head = started ? new PartHead(false, defects) : messageHead;
                    started = true;
                }
                case T_FIELD -> head.add(tokens.getField());
                case T_START_MULTIPART -> startMultipart();
                case T_PREAMBLE -> preamble = readUpTo(tokens.getInputStream(), LONGEST_TEXT);
                case T_END_MULTIPART -> endMultipart();
                case T_BODY -> body();
                default -> {}
            }
        }

        private void startMultipart() {
            var type = head.mediaType();
            var branch = new Part.Branch(type.startsWith("multipart/") ? type.substring(10) : "mixed");
            open.getFirst().children().add(branch);
            open.push(branch);
            preamble = new byte[0];
            if (open.size() > DEEPEST_MULTIPART) {
                tokens.setRecursionMode(RecursionMode.M_FLAT);
            }
        }

        private void endMultipart() {
            var branch = open.pop();
            tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
            if (branch.children().isEmpty()) {
                defects.add("A multipart has no parts.");
                branch.children().add(withoutBoundary(preamble));
            }
        }

        private void body() throws IOException {
            var type = head.mediaType();
            if (type.startsWith("multipart/")) {
                defects.add("A multipart has no boundary or is nested too deep.");
                open.getFirst().children().add(withoutBoundary(readUpTo(tokens.getInputStream(), LONGEST_MESSAGE)));
                return;
            }
            boolean digest = open.getFirst().subtype().equals("digest") && type.isEmpty();
            leaf(digest ? "message/rfc822" : type);
        }

        /** Looks for a line that can only be a boundary, and reads anew with it; else the bytes are text. */
        private Part withoutBoundary(byte[] body) {
            var boundary = depth < DEEPEST_MESSAGE && open.size() <= DEEPEST_MULTIPART ? Boundaries.guess(body) : "";
            if (boundary.isEmpty()) {
                return textPart(head.encoding().decode(body, 0, body.length, defects), "", false);
            }
            defects.add("The boundary was guessed.");
            var start = "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n";
            var repaired = new byte[start.length() + body.length];
            System.arraycopy(start.getBytes(StandardCharsets.ISO_8859_1), 0, repaired, 0, start.length());
            System.arraycopy(body, 0, repaired, start.length(), body.length);
            return new Walk(repaired, depth + 1).run().body();
        }

        private void leaf(String given) throws IOException {
            var type = given.isEmpty() ? "text/plain" : given;
            int index = nextIndex++;
            var siblings = open.getFirst().children();
            if (type.equals("message/rfc822") || type.equals("message/global")) {
                attachedMessage(type, index);
                siblings.add(new Part.Other());
            } else if (isBody(type, siblings.isEmpty())) {
                var bytes = readUpTo(tokens.getInputStream(), LONGEST_TEXT);
                var decoded = head.encoding().decode(bytes, 0, bytes.length, defects);
                keep(index, decoded);
                siblings.add(bodyPart(decoded, head.charset(), type.equals("text/html")));
                if (head.isAttachment()) {
                    attachments.add(new ParsedMail.Attachment(index, name(type), type, decoded.length));
                }
            } else {
                file(type, index);
                siblings.add(new Part.Other());
            }
        }

        private boolean isBody(String type, boolean first) {
            boolean only = open.size() == 1 && first && type.startsWith("text/") && !NEVER_BODY.contains(type);
            boolean readable = type.equals("text/plain") || type.equals("text/html");
            return only
                    || (readable
                            && !head.isAttachment()
                            && (first || head.fileName().isEmpty()));
        }

        private void attachedMessage(String type, int index) throws IOException {
            var raw = readUpTo(tokens.getInputStream(), LONGEST_MESSAGE);
            var bytes = head.encoding().decode(raw, 0, raw.length, defects);
            keep(index, bytes);
            int place = attachments.size();
            var name = head.fileName();
            if (depth < DEEPEST_MESSAGE) {
                var inner = new Walk(bytes, depth + 1).run();
                var subject = EncodedWords.decode(inner.head().first("Subject"), defects);
                name = name.isEmpty() ? FileNames.forUnnamed(type, subject) : name;
            } else {
                defects.add("Attached mails are nested too deep; the innermost were not read.");
                name = name.isEmpty() ? FileNames.forUnnamed(type, "") : name;
            }
            attachments.add(place, new ParsedMail.Attachment(index, name, type, bytes.length));
        }

        private void file(String type, int index) throws IOException {
            boolean isCalendar = type.equals("text/calendar") && calendar.isEmpty();
            long size;
            if (index == wanted || isCalendar) {
                var raw = readUpTo(tokens.getInputStream(), index == wanted ? Integer.MAX_VALUE - 16 : LONGEST_TEXT);
                var decoded = head.encoding().decode(raw, 0, raw.length, defects);
                keep(index, decoded);
                size = decoded.length;
                if (isCalendar) {
                    calendar = Optional.of(
                            Lines.unix(MailCharsets.decode(decoded, 0, decoded.length, head.charset(), defects)));
                }
            } else {
                size = measure(tokens.getInputStream(), head.encoding());
            }
            attachments.add(new ParsedMail.Attachment(index, name(type), type, size));
        }

        private String name(String type) {
            var given = head.fileName();
            return given.isEmpty() ? FileNames.forUnnamed(type, "") : given;
        }
    }

    private Part bodyPart(byte[] decoded, String charset, boolean html) {
        return UndeclaredEncoding.undone(decoded, defects)
                .map(undone -> textPart(undone, charset, html || HtmlText.isHtml(undone)))
                .orElseGet(() -> textPart(decoded, charset, html));
    }

    private Part textPart(byte[] decoded, String charset, boolean html) {
        var label = charset.isEmpty() && html ? HtmlCharset.of(decoded) : charset;
        return new Part.Text(html, Lines.unix(MailCharsets.decode(decoded, 0, decoded.length, label, defects)));
    }

    private void keep(int index, byte[] decoded) {
        if (index == wanted) {
            found = Optional.of(decoded);
        }
    }

    private long measure(InputStream in, TransferEncoding encoding) throws IOException {
        var size = new DecodedSize(encoding);
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            size.add(chunk, n);
        }
        return size.total();
    }

    private byte[] readUpTo(InputStream in, int limit) throws IOException {
        var out = new byte[4096];
        int size = 0;
        int n = in.read(out, 0, out.length);
        while (n >= 0) {
            size += n;
            if (size == out.length) {
                if (size >= limit) {
                    defects.add("A part is longer than " + limit + " bytes; the rest was left out.");
                    break;
                }
                out = Arrays.copyOf(out, (int) Math.min(limit, size * 2L));
            }
            n = in.read(out, size, out.length - size);
        }
        return Arrays.copyOf(out, size);
    }
}
