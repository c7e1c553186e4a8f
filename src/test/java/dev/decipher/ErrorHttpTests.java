package dev.decipher;

import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is refused, with which status and at which place. Nothing that a client sends may
 * be a 500, and nothing refused may leave a job behind.
 */
class ErrorHttpTests extends ServiceTest {

	/** Stands for what doesn't matter in a request that is wrong elsewhere. */
	private static final String CAESAR = "'data':{'cipher':{'type':'caesar','shift':3}}";

	@BeforeEach
	void isReady() {
		awaitDefaultModel();
	}

	private static String text(String quoted) {
		return quoted.replace("CAESAR", CAESAR).replace('\'', '"');
	}

	private long jobs() {
		return get("/jobs?size=1").as(200).at("/total").longValue();
	}

	// a quote ' stands for " here
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			// the whole
			"[] | ``", "'text' | ``", "null | ``", "7 | ``", "{} | /data /model", "{'model':'bad'} | /data",
			"{CAESAR} | /model", "{'model':'bad',CAESAR,'colour':1} | /colour",
			"{'model':'bad','model':'worse',CAESAR} | /model", "{'model':7,CAESAR} | /model",
			"{'model':null,CAESAR} | /model", "{'model':'bad',CAESAR} {} | ``",
			// names of models
			"{'model':'',CAESAR} | /model", "{'model':'Bad',CAESAR} | /model", "{'model':'-bad',CAESAR} | /model",
			"{'model':'.bad',CAESAR} | /model", "{'model':'../bad',CAESAR} | /model",
			"{'model':'bad/name',CAESAR} | /model", "{'model':'bad name',CAESAR} | /model",
			"{'model':'bad\\n',CAESAR} | /model", "{'model':'b\u00e4d',CAESAR} | /model",
			"{'model':'a0123456789012345678901234567890123456789012345678901234567890123',CAESAR} | /model",
			// data
			"{'model':'bad','data':{}} | /data", "{'model':'bad','data':null} | /data",
			"{'model':'bad','data':[]} | /data",
			"{'model':'bad','data':{'cipher':{'type':'rot13'},'pairs':[{'ciphertext':'A','plaintext':'N'},{'ciphertext':'B','plaintext':'O'}]}} | /data",
			"{'model':'bad','data':{'cipher':{'type':'rot13'},'validationFraction':0.5}} | /data/validationFraction",
			"{'model':'bad','data':{'cipher':{'type':'rot13'},'messageLength':0}} | /data/messageLength",
			"{'model':'bad','data':{'cipher':{'type':'rot13'},'messageLength':-5}} | /data/messageLength",
			"{'model':'bad','data':{'cipher':{'type':'rot13'},'messageLength':1000000}} | /data/messageLength",
			"{'model':'bad','data':{'cipher':{'type':'rot13'},'messageLength':3.5}} | /data/messageLength",
			"{'model':'bad','data':{'cipher':{'type':'rot13'},'messageLength':'32'}} | /data/messageLength",
			// ciphers
			"{'model':'bad','data':{'cipher':{'type':'rot14'}}} | /data/cipher/type",
			"{'model':'bad','data':{'cipher':{'type':'ROT13'}}} | /data/cipher/type",
			"{'model':'bad','data':{'cipher':{'type':7}}} | /data/cipher/type",
			"{'model':'bad','data':{'cipher':{'type':null}}} | /data/cipher/type",
			"{'model':'bad','data':{'cipher':{}}} | /data/cipher/type",
			"{'model':'bad','data':{'cipher':'rot13'}} | /data/cipher/type",
			"{'model':'bad','data':{'cipher':{'type':'rot13','shift':13}}} | /data/cipher/shift",
			"{'model':'bad','data':{'cipher':{'type':'rot13','type':'atbash'}}} | /data/cipher/type",
			"{'model':'bad','data':{'cipher':{'type':'caesar'}}} | /data/cipher/shift",
			"{'model':'bad','data':{'cipher':{'type':'caesar','shift':null}}} | /data/cipher/shift",
			"{'model':'bad','data':{'cipher':{'type':'caesar','shift':1.5}}} | /data/cipher/shift",
			"{'model':'bad','data':{'cipher':{'type':'caesar','shift':'3'}}} | /data/cipher/shift",
			"{'model':'bad','data':{'cipher':{'type':'caesar','shift':3,'shift':4}}} | /data/cipher/shift",
			"{'model':'bad','data':{'cipher':{'type':'caesar','shift':99999999999}}} | /data/cipher/shift",
			"{'model':'bad','data':{'cipher':{'type':'affine','a':13,'b':8}}} | /data/cipher/a",
			"{'model':'bad','data':{'cipher':{'type':'affine','a':0,'b':8}}} | /data/cipher/a",
			"{'model':'bad','data':{'cipher':{'type':'affine','a':5}}} | /data/cipher/b",
			"{'model':'bad','data':{'cipher':{'type':'substitution'}}} | /data/cipher/key",
			"{'model':'bad','data':{'cipher':{'type':'substitution','key':'ABC'}}} | /data/cipher/key",
			"{'model':'bad','data':{'cipher':{'type':'substitution','key':'AACDEFGHIJKLMNOPQRSTUVWXYZ'}}} | /data/cipher/key",
			"{'model':'bad','data':{'cipher':{'type':'vigenere','key':''}}} | /data/cipher/key",
			"{'model':'bad','data':{'cipher':{'type':'vigenere','key':'LE-MON'}}} | /data/cipher/key",
			"{'model':'bad','data':{'cipher':{'type':'vigenere','key':7}}} | /data/cipher/key",
			"{'model':'bad','data':{'cipher':{'type':'vigenere','key':{'random':{'length':[6,3]}}}}} | /data/cipher/key/random/length/1",
			"{'model':'bad','data':{'cipher':{'type':'vigenere','key':{'random':{'length':[0,3]}}}}} | /data/cipher/key/random/length/0",
			"{'model':'bad','data':{'cipher':{'type':'vigenere','key':{'random':{'length':[3,1001]}}}}} | /data/cipher/key/random/length/1",
			"{'model':'bad','data':{'cipher':{'type':'vigenere','key':{'random':{'size':[3,6]}}}}} | /data/cipher/key/random/size",
			"{'model':'bad','data':{'cipher':{'type':'substitution','key':{'random':{'length':[3,6]}}}}} | /data/cipher/key/random/length",
			// alphabets
			"{'model':'bad','data':{'cipher':{'type':'rot13'},'alphabet':'latin28'}} | /data/alphabet",
			"{'model':'bad','data':{'cipher':{'type':'rot13'},'alphabet':'latin25'}} | /data/alphabet",
			"{'model':'bad','data':{'cipher':{'type':'rot13'},'alphabet':7}} | /data/alphabet",
			"{'model':'bad','data':{'cipher':{'type':'caesar','shift':1},'alphabet':{'symbols':'A'}}} | /data/alphabet/symbols",
			"{'model':'bad','data':{'cipher':{'type':'caesar','shift':1},'alphabet':{'symbols':'ABA'}}} | /data/alphabet/symbols",
			"{'model':'bad','data':{'cipher':{'type':'caesar','shift':1},'alphabet':{'symbols':'AB\\u0000'}}} | /data/alphabet/symbols",
			"{'model':'bad','data':{'cipher':{'type':'caesar','shift':1},'alphabet':{'symbols':'AB\\ud800'}}} | /data/alphabet/symbols",
			"{'model':'bad','data':{'cipher':{'type':'caesar','shift':1},'alphabet':{'symbols':'ABC','foreign':'D'}}} | /data/alphabet/foreign",
			"{'model':'bad','data':{'cipher':{'type':'caesar','shift':1},'alphabet':{'symbols':'ABC','foreign':'AB'}}} | /data/alphabet/foreign",
			"{'model':'bad','data':{'cipher':{'type':'caesar','shift':1},'alphabet':{'symbols':'ABC','foreign':''}}} | /data/alphabet/foreign",
			"{'model':'bad','data':{'cipher':{'type':'caesar','shift':1},'alphabet':{'foreign':'A'}}} | /data/alphabet/symbols",
			"{'model':'bad','data':{'cipher':{'type':'caesar','shift':1},'alphabet':{'symbols':'ABC','size':3}}} | /data/alphabet/size",
			"{'model':'bad','data':{'cipher':{'type':'caesar','shift':1},'alphabet':{'symbols':'ABC','symbols':'ABD'}}} | /data/alphabet/symbols",
			// pairs
			"{'model':'bad','data':{'pairs':[]}} | /data/pairs", "{'model':'bad','data':{'pairs':{}}} | /data/pairs",
			"{'model':'bad','data':{'pairs':[{'ciphertext':'AB','plaintext':'BC'}]}} | /data/pairs",
			"{'model':'bad','data':{'pairs':[{'ciphertext':'AB','plaintext':'BC'},{'ciphertext':'AB','plaintext':'BC'}]}} | /data/pairs",
			"{'model':'bad','data':{'pairs':[{'ciphertext':'AB','plaintext':'BC'},null]}} | /data/pairs/1",
			"{'model':'bad','data':{'pairs':[{'ciphertext':'AB','plaintext':'BC'},{'ciphertext':'AB'}]}} | /data/pairs/1/plaintext",
			"{'model':'bad','data':{'pairs':[{'ciphertext':'AB','plaintext':'BC'},{'ciphertext':'AB','plaintext':7}]}} | /data/pairs/1/plaintext",
			"{'model':'bad','data':{'pairs':[{'ciphertext':'AB','plaintext':'BC'},{'ciphertext':'AB','plaintext':'BC','key':'B'}]}} | /data/pairs/1/key",
			"{'model':'bad','data':{'pairs':[{'ciphertext':'AB','plaintext':'BC'},{'ciphertext':'AB','plaintext':'BCD'}]}} | /data/pairs/1",
			"{'model':'bad','data':{'pairs':[{'ciphertext':'AB','plaintext':'B'},{'ciphertext':'AC','plaintext':'BCD'}]}} | /data/pairs/0 /data/pairs/1",
			"{'model':'bad','data':{'pairs':[{'ciphertext':'AB','plaintext':'BC'},{'ciphertext':'','plaintext':''}]}} | /data/pairs/1",
			"{'model':'bad','data':{'pairs':[{'ciphertext':'AB','plaintext':'BC'},{'ciphertext':'A\\u0000','plaintext':'BC'}]}} | /data/pairs/1/ciphertext",
			"{'model':'bad','data':{'pairs':[{'ciphertext':'AB','plaintext':'BC'},{'ciphertext':'AC','plaintext':'B\\u0000'}]}} | /data/pairs/1/plaintext",
			"{'model':'bad','data':{'alphabet':'latin27','pairs':[{'ciphertext':'AB','plaintext':'BC'},{'ciphertext':'AC','plaintext':'B\\u0000'}]}} | /data/pairs/1/plaintext",
			"{'model':'bad','data':{'pairs':[{'ciphertext':'AB','plaintext':'BC'},{'ciphertext':'AC','plaintext':'B\\udc00'}]}} | /data/pairs/1/plaintext",
			"{'model':'bad','data':{'alphabet':'latin26','pairs':[{'ciphertext':'AB','plaintext':'BC'},{'ciphertext':'A B','plaintext':'BC D'}]}} | /data/pairs/1",
			"{'model':'bad','data':{'alphabet':'latin26','pairs':[{'ciphertext':'AB','plaintext':'BC'},{'ciphertext':'A B','plaintext':'BCD'}]}} | /data/pairs/1",
			"{'model':'bad','data':{'alphabet':'latin26','pairs':[{'ciphertext':'AB','plaintext':'BC'},{'ciphertext':'12','plaintext':'12'}]}} | /data/pairs/1",
			"{'model':'bad','data':{'pairs':[{'ciphertext':'AA','plaintext':'AA'},{'ciphertext':'1','plaintext':'1'}],'messageLength':5}} | /data/messageLength",
			"{'model':'bad','data':{'pairs':[{'ciphertext':'AB','plaintext':'BC'},{'ciphertext':'AC','plaintext':'BD'}],'validationFraction':0}} | /data/validationFraction",
			"{'model':'bad','data':{'pairs':[{'ciphertext':'AB','plaintext':'BC'},{'ciphertext':'AC','plaintext':'BD'}],'validationFraction':1}} | /data/validationFraction",
			"{'model':'bad','data':{'pairs':[{'ciphertext':'11','plaintext':'11'},{'ciphertext':'1','plaintext':'1'}]}} | /data/pairs",
			"{'model':'bad','data':{'ciphertext':{'alphabet':'latin2'},'pairs':[{'ciphertext':'AB','plaintext':'BC'},{'ciphertext':'AC','plaintext':'BD'}]}} | /data/ciphertext/alphabet",
			"{'model':'bad','data':{'ciphertext':{'alphabet':'latin26','colour':1},'pairs':[{'ciphertext':'AB','plaintext':'BC'},{'ciphertext':'AC','plaintext':'BD'}]}} | /data/ciphertext/colour",
			// networks
			"{'model':'bad',CAESAR,'network':{'hidden':0}} | /network/hidden",
			"{'model':'bad',CAESAR,'network':{'hidden':-8}} | /network/hidden",
			"{'model':'bad',CAESAR,'network':{'hidden':4097}} | /network/hidden",
			"{'model':'bad',CAESAR,'network':{'hidden':12.5}} | /network/hidden",
			"{'model':'bad',CAESAR,'network':{'hidden':12.0}} | /network/hidden",
			"{'model':'bad',CAESAR,'network':{'hidden':1e2}} | /network/hidden",
			"{'model':'bad',CAESAR,'network':{'hidden':'12'}} | /network/hidden",
			"{'model':'bad',CAESAR,'network':{'hidden':true}} | /network/hidden",
			"{'model':'bad',CAESAR,'network':{'hidden':99999999999999999999}} | /network/hidden",
			"{'model':'bad',CAESAR,'network':{'embedding':0}} | /network/embedding",
			"{'model':'bad',CAESAR,'network':{'embedding':1025}} | /network/embedding",
			"{'model':'bad',CAESAR,'network':{'layers':0}} | /network/layers",
			"{'model':'bad',CAESAR,'network':{'layers':9}} | /network/layers",
			"{'model':'bad',CAESAR,'network':{'headHidden':-1}} | /network/headHidden",
			"{'model':'bad',CAESAR,'network':{'dropout':-0.1}} | /network/dropout",
			"{'model':'bad',CAESAR,'network':{'dropout':1}} | /network/dropout",
			"{'model':'bad',CAESAR,'network':{'dropout':1e999}} | /network/dropout",
			"{'model':'bad',CAESAR,'network':{'dropout':'0.1'}} | /network/dropout",
			"{'model':'bad',CAESAR,'network':{'skip':1}} | /network/skip",
			"{'model':'bad',CAESAR,'network':{'bidirectional':'yes'}} | /network/bidirectional",
			"{'model':'bad',CAESAR,'network':{'feedback':true,'bidirectional':true}} | /network/feedback",
			"{'model':'bad',CAESAR,'network':{'hiden':5}} | /network/hiden",
			"{'model':'bad',CAESAR,'network':{'hidden':5,'hidden':6}} | /network/hidden",
			"{'model':'bad',CAESAR,'network':{'hidden':0,'layers':0}} | /network/hidden /network/layers",
			"{'model':'bad',CAESAR,'network':[]} | /network",
			"{'model':'bad',CAESAR,'network':{'hidden':4096,'layers':8}} | /network/hidden",
			"{'model':'bad',CAESAR,'network':{'hidden':4096,'layers':8,'bidirectional':true}} | /network/hidden",
			// training
			"{'model':'bad',CAESAR,'training':{'batchSize':65536}} | /training/batchSize",
			"{'model':'bad',CAESAR,'training':{'batchSize':0}} | /training/batchSize",
			"{'model':'bad',CAESAR,'training':{'batchSize':-64}} | /training/batchSize",
			"{'model':'bad',CAESAR,'training':{'examplesPerEpoch':0}} | /training/examplesPerEpoch",
			"{'model':'bad',CAESAR,'training':{'maxEpochs':0}} | /training/maxEpochs",
			"{'model':'bad',CAESAR,'training':{'maxEpochs':1.5}} | /training/maxEpochs",
			"{'model':'bad',CAESAR,'training':{'maxSeconds':0}} | /training/maxSeconds",
			"{'model':'bad',CAESAR,'training':{'maxSeconds':-1}} | /training/maxSeconds",
			"{'model':'bad',CAESAR,'training':{'learningRate':0}} | /training/learningRate",
			"{'model':'bad',CAESAR,'training':{'learningRate':-0.001}} | /training/learningRate",
			"{'model':'bad',CAESAR,'training':{'learningRate':1.0e30}} | /training/learningRate",
			"{'model':'bad',CAESAR,'training':{'learningRate':1e400}} | /training/learningRate",
			"{'model':'bad',CAESAR,'training':{'learningRate':'NaN'}} | /training/learningRate",
			"{'model':'bad',CAESAR,'training':{'learningRate':NaN}} | ?",
			"{'model':'bad',CAESAR,'training':{'targetAccuracy':0}} | /training/targetAccuracy",
			"{'model':'bad',CAESAR,'training':{'targetAccuracy':1.01}} | /training/targetAccuracy",
			"{'model':'bad',CAESAR,'training':{'seed':1.5}} | /training/seed",
			"{'model':'bad',CAESAR,'training':{'seed':99999999999999999999}} | /training/seed",
			"{'model':'bad',CAESAR,'training':{'epochs':5}} | /training/epochs",
			// going on
			"{'model':'bad',CAESAR,'from':{}} | /from/model /from/version",
			"{'model':'bad',CAESAR,'from':{'model':'seed'}} | /from/version",
			"{'model':'bad',CAESAR,'from':{'model':'seed','version':0}} | /from/version",
			"{'model':'bad',CAESAR,'from':{'model':'seed','version':1.5}} | /from/version",
			"{'model':'bad',CAESAR,'from':'seed'} | /from" })
	void refusesToTrain(String request, String pointers) {
		long before = jobs();
		Answer answer = post("/train", text(request));
		if (pointers.equals("?")) { // JSON that is none has no place
			answer.asProblem(400);
		}
		else {
			answer.asFaultAt(pointers.split(" "));
		}
		assertThat(jobs()).isEqualTo(before);
	}

	@Test
	void saysHowMuchMemoryThereIs() {
		JsonNode problem = post("/train", text("{'model':'bad',CAESAR,'network':{'hidden':4096,'layers':8}}"))
			.asProblem(400);
		assertThat(problem.at("/detail").asString()).contains("MB");
		problem = post("/train", text("{'model':'bad',CAESAR,'training':{'batchSize':65536}}")).asProblem(400);
		assertThat(problem.at("/detail").asString()).contains("256 MB");
	}

	@Test
	void refusesToGoOnFromWhatIsNotThere() {
		post("/train", text("{'model':'bad',CAESAR,'from':{'model':'nowhere','version':1}}")).asProblem(404);
		post("/train", text("{'model':'bad',CAESAR,'from':{'model':'seed','version':99}}")).asProblem(404);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "/decrypt | {} | /text",
			"/decrypt | {'text':null} | /text", "/decrypt | {'text':7} | /text", "/decrypt | {'text':['A']} | /text",
			"/decrypt | {'text':'A','txt':'B'} | /txt", "/decrypt | {'text':'A','text':'B'} | /text",
			"/decrypt | {'text':'A\\ud800'} | /text", "/decrypt | {'text':'\\udc00\\ud800'} | /text",
			"/decrypt | {'text':'A','model':7} | /model", "/decrypt | {'text':'A','version':'1'} | /version",
			"/decrypt | {'text':'A','version':1.0} | /version",
			"/decrypt | {'text':'A','alternatives':-1} | /alternatives",
			"/decrypt | {'text':'A','alternatives':256} | /alternatives",
			"/decrypt | {'text':'A','alternatives':2.5} | /alternatives",
			"/decrypt | {'text':'A','alternatives':'3'} | /alternatives", "/decrypt | [] | ``",
			"/decrypt | 'ERPDRF' | ``", "/decrypt/batch | {} | /texts", "/decrypt/batch | {'texts':'A'} | /texts",
			"/decrypt/batch | {'texts':null} | /texts", "/decrypt/batch | {'texts':['A',null]} | /texts/1",
			"/decrypt/batch | {'texts':['A',7]} | /texts/1", "/decrypt/batch | {'texts':['A','\\ud800']} | /texts/1",
			"/decrypt/batch | {'texts':['A'],'text':'A'} | /text",
			"/decrypt/batch | {'texts':['A'],'alternatives':1} | /alternatives", "/encrypt | {} | /cipher /text",
			"/encrypt | {'text':'A'} | /cipher", "/encrypt | {'text':'A','cipher':{'type':'nothing'}} | /cipher/type",
			"/encrypt | {'text':'A','cipher':{'type':'vigenere','key':{'any':true}}} | /cipher/key",
			"/encrypt | {'text':'A','cipher':{'type':'rot13'},'alphabet':'latin27'} | /alphabet",
			"/encrypt | {'text':'A\\ud800','cipher':{'type':'rot13'}} | /text" })
	void refusesToDecryptOrEncrypt(String path, String request, String pointers) {
		post(path, text(request)).asFaultAt(pointers.split(" "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/decrypt", "/decrypt/batch", "/encrypt", "/train" })
	void refusesWhatIsNoJson(String path) {
		for (String body : new String[] { "", " ", "{", "{\"text\":}", "\u0000", "{'text':'A'}", "{\"text\":\"A\"",
				"[".repeat(10_000) }) {
			post(path, body).asProblem(400);
		}
		send(request(path).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofByteArray(new byte[] { '{', '"', (byte) 0xc3, '"', '}' }))).asProblem(400);
		send(request(path).POST(BodyPublishers.ofString("{}"))).asProblem(415);
		send(request(path).header("Content-Type", "application/xml").POST(BodyPublishers.ofString("<a/>")))
			.asProblem(415);
		send(request(path).header("Content-Type", "nonsense").POST(BodyPublishers.ofString("{}"))).asProblem(415);
		send(request(path).header("Content-Type", "application/json")
			.header("Accept", "application/xml")
			.POST(BodyPublishers.ofString("{}"))).asProblem(406);
		Answer wrong = get(path);
		wrong.asProblem(405);
		assertThat(wrong.header("Allow")).isEqualTo("POST");
	}

	@Test
	void refusesTextThatIsNone() {
		send(request("/decrypt").header("Content-Type", "text/plain")
			.POST(BodyPublishers.ofByteArray(new byte[] { 'A', (byte) 0xff }))).asProblem(400);
		send(request("/decrypt").header("Content-Type", "text/plain; charset=us-ascii")
			.POST(BodyPublishers.ofByteArray(new byte[] { 'A', (byte) 0xe4 }))).asProblem(400);
		send(request("/decrypt").header("Content-Type", "text/plain; charset=nonsense")
			.POST(BodyPublishers.ofString("A"))).asProblem(415);
		filter("/decrypt?version=one", "A").asProblem(400);
		filter("/decrypt?version=1.0", "A").asProblem(400);
		filter("/decrypt?model=nowhere", "A").asProblem(404);
		filter("/decrypt?version=99", "A").asProblem(404);
		filter("/decrypt?version=-1", "A").asProblem(404);
	}

	@Test
	void knowsWhatIsNotThere() {
		for (String path : new String[] { "/models/nowhere", "/models/nowhere/versions/1", "/models/seed/versions/99",
				"/models/seed/versions/0", "/models/seed/versions/-1", "/jobs/nowhere", "/jobs/nowhere/history",
				"/jobs/00000000-0000-0000-0000-000000000000", "/jobs/nowhere/events", "/nowhere" }) {
			get(path).asProblem(404);
		}
		for (String path : new String[] { "/models/nowhere", "/models/nowhere/versions/1", "/models/seed/versions/99",
				"/jobs/nowhere" }) {
			delete(path).asProblem(404);
		}
		put("/models/nowhere/active", "{\"version\": 1}").asProblem(404);
		put("/models/seed/active", "{\"version\": 99}").asProblem(404);
		put("/models/seed/active", "{}").asFaultAt("/version");
		put("/models/seed/active", "{\"version\": null}").asFaultAt("/version");
		put("/models/seed/active", "{\"version\": 1.0}").asFaultAt("/version");
		put("/models/seed/active", "{\"version\": \"1\"}").asFaultAt("/version");
		put("/models/seed/active", "{\"version\": 1, \"name\": \"seed\"}").asFaultAt("/name");
		get("/models/seed/versions/one").asProblem(400);
		post("/decrypt", text("{'text':'A','model':'nowhere'}")).asProblem(404);
		post("/decrypt", text("{'text':'A','model':''}")).asProblem(404);
		post("/decrypt", text("{'text':'A','model':'seed','version':99}")).asProblem(404);
		post("/decrypt", text("{'text':'A','model':'seed','version':0}")).asProblem(404);
		post("/decrypt/batch", text("{'texts':['A'],'model':'nowhere'}")).asProblem(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "state=BORED", "state=running", "size=0", "size=101", "size=-1", "size=many", "page=-1",
			"page=1.5", "page=99999999999" })
	void refusesAPage(String query) {
		get("/jobs?" + query).asProblem(400);
	}

	@Test
	void limitsMessagesAndBatches() {
		String longest = "A".repeat(1_000_000);
		post("/decrypt", "{\"text\": \"" + longest + "A\"}").asProblem(413);
		filter("/decrypt", longest + "A").asProblem(413);
		filter("/decrypt", "\n".repeat(4_000_001)).asProblem(413);
		post("/encrypt", "{\"text\": \"" + longest + "A\", \"cipher\": {\"type\": \"rot13\"}}").asProblem(413);
		assertThat(post("/encrypt", "{\"text\": \"" + longest + "\", \"cipher\": {\"type\": \"rot13\"}}").as(200)
			.at("/text")
			.asString()).isEqualTo("N".repeat(1_000_000));
		post("/decrypt/batch", "{\"texts\": [\"" + longest + "A\"]}").asProblem(413);
		post("/decrypt/batch", "{\"texts\": [" + "\"\",".repeat(10_000) + "\"\"]}").asProblem(413);
		post("/decrypt/batch", "{\"texts\": [" + ("\"" + longest + "\",").repeat(10) + "\"A\"]}").asProblem(413);
		assertThat(post("/decrypt/batch", "{\"texts\": [" + "\"\",".repeat(9_999) + "\"\"]}").as(200).at("/results"))
			.hasSize(10_000);
	}

}
