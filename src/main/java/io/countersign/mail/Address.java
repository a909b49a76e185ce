package io.countersign.mail;

import java.util.Locale;

/** A mailbox as a header names it. Both parts may be empty; {@code email} is lower-cased where it is used as a key. */
public record Address(String name, String email) {
    public static final Address NONE = new Address("", "");

    /** The part behind the last {@code @}, in lower case; empty when there is none. */
    public String domain() {
        int at = email.lastIndexOf('@');
        return at < 0 ? "" : email.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    /** What to show for a person: the name, else the address. */
    public String display() {
        return name.isEmpty() ? email : name;
    }

    /** {@code Name <address>}, or the one part that is there. */
    @Override
    public String toString() {
        if (name.isEmpty()) {
            return email;
        }
        return email.isEmpty() ? name : name + " <" + email + ">";
    }
}
