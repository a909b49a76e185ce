package planted.mail;

import ai.onnxruntime.OrtSession;

/** Breaks: only search.embedding knows a model of sentences. */
public record Encoder(OrtSession session) {}
