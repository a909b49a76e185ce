package io.countersign.mail;

import java.util.Set;

/** Whom the person wrote to. Blocking and thread-safe. */
public interface SentMail {
    /**
     * The addresses, in lower case, of everybody to whom stored mail was sent by the person: mail in a folder for sent mail, or
     * from the address of its account.
     */
    Set<String> recipients();

    /** True for mail that the person sent. */
    static boolean isSent(Message mail) {
        var account = mail.envelope().account();
        return SentFolders.isSent(mail.state().folder())
                || (account.indexOf('@') > 0
                        && account.equalsIgnoreCase(mail.envelope().from().email()));
    }
}
