package planted.mail;

import co.elastic.clients.elasticsearch.ElasticsearchClient;

/** Breaks: only search.elastic knows Elasticsearch. */
public record ServerIndexer(ElasticsearchClient client) {}
