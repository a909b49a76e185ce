package io.countersign.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the demo mailbox is written in: text files of blocks. A block is a line {@code === key}, fields as
 * {@code Name: value}, an empty line and a body; {@code Sender} names the block whose fields a mail inherits.
 * {@code Age}, {@code When} and moments in texts: see {@link RelativeTime}; bodies of mail with a {@code Layout}: see
 * {@link Markup}; without one they are plain text as it stands.
 */
record Script(Map<String, Block> blocks) {
    private static final List<String> FILES = List.of(
            "applications",
            "outreach",
            "job-alerts",
            "promotions",
            "newsletters",
            "receipts",
            "notifications",
            "social",
            "personal",
            "events",
            "hostile");

    static Script bundled() {
        var senders = parse(resource("senders.txt"), Map.of());
        var mails = new LinkedHashMap<String, Block>();
        for (var file : FILES) {
            parse(resource(file + ".txt"), senders).forEach((key, block) -> {
                if (mails.put(key, block) != null) {
                    throw new IllegalStateException("two mails are called " + key);
                }
            });
        }
        return new Script(mails);
    }

    static String resource(String name) {
        try (var in = Script.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("/demo/" + name + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> mails() {
        return List.copyOf(blocks.values());
    }

    Block block(String key) {
        var block = blocks.get(key);
        if (block == null) {
            throw new IllegalStateException("no mail is called " + key);
        }
        return block;
    }

    /** The key and those it replies to, the first mail of the conversation first. */
    List<String> conversation(Block mail) {
        var keys = new ArrayList<String>();
        for (var parent = mail.field("Reply");
                parent.isPresent();
                parent = block(parent.get()).field("Reply")) {
            keys.addFirst(parent.get());
        }
        return keys;
    }

    static Map<String, Block> parse(String text, Map<String, Block> senders) {
        var blocks = new LinkedHashMap<String, Block>();
        for (var chunk : ("\n" + text).split("\n=== ", -1)) {
            if (!chunk.isBlank()) {
                var block = block(chunk, senders);
                if (blocks.put(block.key(), block) != null) {
                    throw new IllegalStateException("two blocks are called " + block.key());
                }
            }
        }
        return blocks;
    }

    private static Block block(String chunk, Map<String, Block> senders) {
        var lines = chunk.split("\n\n", 2);
        var head = lines[0].lines().toList();
        var key = head.getFirst().strip();
        var own = new HashMap<String, String>();
        for (var line : head.subList(1, head.size())) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalStateException(key + ": not a field: " + line);
            }
            own.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        var fields = new HashMap<String, String>();
        var sender = own.get("Sender");
        if (sender != null) {
            var inherited = senders.get(sender);
            if (inherited == null) {
                throw new IllegalStateException(key + ": no sender is called " + sender);
            }
            fields.putAll(inherited.fields());
        }
        fields.putAll(own);
        return new Block(key, fields, lines.length < 2 ? "" : lines[1].strip());
    }
}
