// Ciphertexts to try, each with the name of its button and what has to be known to read it.
export const EXAMPLES = [
  { name: "Newspaper cryptogram",
    text: "NAY OYKN NBPY NU QEGCN G NTYY WGK ZYKNYTSGZ; NAY KYIUCS OYKN BK CUW, OYVUTY BN TGBCK. - GC UES FGTSYCYT" },
  { name: "Vigenère letter",
    text: "Oenk jivpnq, B lfcp tutx kuts yxxkrc fvghj lzu jxpc. Gse famg plmr brkb ehr aeiozue hr Khpsqtc evrhg pmku lly mlv "
      + "tzoql xyne wr aeu opea ivfztsrw, eeq ehr vegglia twbf qoe amj zznrr fvszrr mlv ryd by xyr herd. Wvao ig uc kup "
      + "ufnec ezaq, tru gply gssboy." },
  { name: "German Caesar", text: "Ijw Gtyj nxy ns ijw Sfhmy ügjw ijs Kqzxx ljptrrjs." },
  { name: "Zodiac letter of 1969", hints: { cipher: ["homophonic"], maxSeconds: 60 },
    text: "9%P/Z/UB%kOR=pX=BWV+eGYF69HP@K!qYeMJY^UIk7qTtNQYD5)S(/9#BPORAU%fRlqEk^LMZJdr\\pFHVWe8Y@+qGD9KI)6qX85z"
      + "S(RNtIYElO8qGBTQS#BLd/P#B@XqEHMU^RRkcZKqpI)Wq!85LMr9#BPDR+j=6\\N(eEUHkFZcpOVWI5+tL)l^R6HI9DR_TYr\\de/@"
      + "XJQAP5M8RUt%L)NVEKH=GrI!Jk598LMlNA)Z(PzUpkA9#BVW\\+VTtOP^=SrlfUe67DzG%%IMNk)ScE/9%%ZfAP#BVpeXqWq_F#8c"
      + "+@9A9B%OT5RUc+_dYq_^SqWVZeGYKE_TYA9%#Lt_H!FBX9zXADd\\7L!=q_ed##6e5PORXQF%GcZ@JTtq_8JI+rBPQW" },
];
