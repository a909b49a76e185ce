package planted.mail;

import org.apache.lucene.document.Document;

/** Breaks: only search.lucene knows Lucene. */
public record Indexer(Document document) {}
