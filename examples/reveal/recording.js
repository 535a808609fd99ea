(globalThis.worldSeatRecordings ??= Object.create(null))[`recording`] = `{"format":"worldseat-recording","version":1,"sha256":"ff3665f69c2fb3c281c7dfcb79429f55fa3833a240c2fbdc54fc3c738e578119","title":"One seat, sixty buyers","recordedAt":"2026-11-26T03:51:04.546Z","takes":[{"label":"60 buyers, seat A1","bursts":2},{"label":"120 buyers, hall","bursts":2}]}
{"format":"worldseat-history","version":1,"sha256":"1113ff982b156682dee16eb1f6beb5d4ab994d77db0f0c8781a484d7ee6abd93","burst":{"id":"dsql-mwx0m79n-7","scenario":"ONE_SEAT","strategy":"NAIVE","seed":552897774,"buyers":60,"seatId":"A1","round":6,"startedAt":"2026-11-26T03:51:04.546Z"},"engine":{"id":"dsql","name":"Aurora DSQL","consistency":"snapshot isolation","deployment":"EMBEDDED","components":"PostgreSQL 16.14 behind the local DSQL gateway, conflicts at COMMIT, 10 ms between Regions","regions":["us-east-1","us-east-2"]},"settings":{"connectionsPerRegion":64,"lagMs":5.113260000012815},"software":{"worldseat":"0.1.0","node":"v20.20.2"},"venue":"hall","rule":null}
{"line":"scope","seats":[[6,["A1"]]]}
{"line":"call","order":0,"id":"burst-dsql-mwx0m79n-7-0","seatId":"A1","buyer":"Zoe","region":"us-east-1","intendedNs":0,"callNs":71175}
{"line":"call","order":2,"id":"burst-dsql-mwx0m79n-7-2","seatId":"A1","buyer":"Cy","region":"us-east-1","intendedNs":0,"callNs":100448}
{"line":"call","order":4,"id":"burst-dsql-mwx0m79n-7-4","seatId":"A1","buyer":"Yan","region":"us-east-1","intendedNs":0,"callNs":106417}
{"line":"call","order":6,"id":"burst-dsql-mwx0m79n-7-6","seatId":"A1","buyer":"Ola","region":"us-east-1","intendedNs":0,"callNs":110724}
{"line":"call","order":8,"id":"burst-dsql-mwx0m79n-7-8","seatId":"A1","buyer":"Nico","region":"us-east-1","intendedNs":0,"callNs":121650}
{"line":"call","order":10,"id":"burst-dsql-mwx0m79n-7-10","seatId":"A1","buyer":"Hana","region":"us-east-1","intendedNs":0,"callNs":126347}
{"line":"call","order":12,"id":"burst-dsql-mwx0m79n-7-12","seatId":"A1","buyer":"Gus","region":"us-east-1","intendedNs":0,"callNs":130353}
{"line":"call","order":14,"id":"burst-dsql-mwx0m79n-7-14","seatId":"A1","buyer":"Sol","region":"us-east-1","intendedNs":0,"callNs":133728}
{"line":"call","order":16,"id":"burst-dsql-mwx0m79n-7-16","seatId":"A1","buyer":"Ivo","region":"us-east-1","intendedNs":0,"callNs":138725}
{"line":"call","order":18,"id":"burst-dsql-mwx0m79n-7-18","seatId":"A1","buyer":"Jack","region":"us-east-1","intendedNs":0,"callNs":144954}
{"line":"call","order":20,"id":"burst-dsql-mwx0m79n-7-20","seatId":"A1","buyer":"Sam","region":"us-east-1","intendedNs":0,"callNs":151304}
{"line":"call","order":22,"id":"burst-dsql-mwx0m79n-7-22","seatId":"A1","buyer":"Finn","region":"us-east-1","intendedNs":0,"callNs":154769}
{"line":"call","order":24,"id":"burst-dsql-mwx0m79n-7-24","seatId":"A1","buyer":"Rex","region":"us-east-1","intendedNs":0,"callNs":158865}
{"line":"call","order":26,"id":"burst-dsql-mwx0m79n-7-26","seatId":"A1","buyer":"Lea","region":"us-east-1","intendedNs":0,"callNs":162931}
{"line":"call","order":28,"id":"burst-dsql-mwx0m79n-7-28","seatId":"A1","buyer":"Kim","region":"us-east-1","intendedNs":0,"callNs":167207}
{"line":"call","order":30,"id":"burst-dsql-mwx0m79n-7-30","seatId":"A1","buyer":"Tam","region":"us-east-1","intendedNs":0,"callNs":171133}
{"line":"call","order":32,"id":"burst-dsql-mwx0m79n-7-32","seatId":"A1","buyer":"Xia","region":"us-east-1","intendedNs":0,"callNs":176291}
{"line":"call","order":34,"id":"burst-dsql-mwx0m79n-7-34","seatId":"A1","buyer":"Hugo","region":"us-east-1","intendedNs":0,"callNs":181739}
{"line":"call","order":36,"id":"burst-dsql-mwx0m79n-7-36","seatId":"A1","buyer":"Luz","region":"us-east-1","intendedNs":0,"callNs":186025}
{"line":"call","order":38,"id":"burst-dsql-mwx0m79n-7-38","seatId":"A1","buyer":"Jun","region":"us-east-1","intendedNs":0,"callNs":190692}
{"line":"call","order":40,"id":"burst-dsql-mwx0m79n-7-40","seatId":"A1","buyer":"Ines","region":"us-east-1","intendedNs":0,"callNs":194999}
{"line":"call","order":42,"id":"burst-dsql-mwx0m79n-7-42","seatId":"A1","buyer":"Bo","region":"us-east-1","intendedNs":0,"callNs":198784}
{"line":"call","order":44,"id":"burst-dsql-mwx0m79n-7-44","seatId":"A1","buyer":"Eli","region":"us-east-1","intendedNs":0,"callNs":202930}
{"line":"call","order":46,"id":"burst-dsql-mwx0m79n-7-46","seatId":"A1","buyer":"Zoe 2","region":"us-east-1","intendedNs":0,"callNs":207747}
{"line":"call","order":48,"id":"burst-dsql-mwx0m79n-7-48","seatId":"A1","buyer":"Cy 2","region":"us-east-1","intendedNs":0,"callNs":211854}
{"line":"call","order":50,"id":"burst-dsql-mwx0m79n-7-50","seatId":"A1","buyer":"Yan 2","region":"us-east-1","intendedNs":0,"callNs":215359}
{"line":"call","order":52,"id":"burst-dsql-mwx0m79n-7-52","seatId":"A1","buyer":"Ola 2","region":"us-east-1","intendedNs":0,"callNs":219014}
{"line":"call","order":54,"id":"burst-dsql-mwx0m79n-7-54","seatId":"A1","buyer":"Nico 2","region":"us-east-1","intendedNs":0,"callNs":222800}
{"line":"call","order":56,"id":"burst-dsql-mwx0m79n-7-56","seatId":"A1","buyer":"Hana 2","region":"us-east-1","intendedNs":0,"callNs":226896}
{"line":"call","order":58,"id":"burst-dsql-mwx0m79n-7-58","seatId":"A1","buyer":"Gus 2","region":"us-east-1","intendedNs":0,"callNs":230882}
{"line":"call","order":1,"id":"burst-dsql-mwx0m79n-7-1","seatId":"A1","buyer":"Uma","region":"us-east-2","intendedNs":0,"callNs":243470}
{"line":"call","order":3,"id":"burst-dsql-mwx0m79n-7-3","seatId":"A1","buyer":"Fay","region":"us-east-2","intendedNs":0,"callNs":248117}
{"line":"call","order":5,"id":"burst-dsql-mwx0m79n-7-5","seatId":"A1","buyer":"Ana","region":"us-east-2","intendedNs":0,"callNs":254907}
{"line":"call","order":7,"id":"burst-dsql-mwx0m79n-7-7","seatId":"A1","buyer":"Gia","region":"us-east-2","intendedNs":0,"callNs":258753}
{"line":"call","order":9,"id":"burst-dsql-mwx0m79n-7-9","seatId":"A1","buyer":"Max","region":"us-east-2","intendedNs":0,"callNs":262398}
{"line":"call","order":11,"id":"burst-dsql-mwx0m79n-7-11","seatId":"A1","buyer":"Ada","region":"us-east-2","intendedNs":0,"callNs":266284}
{"line":"call","order":13,"id":"burst-dsql-mwx0m79n-7-13","seatId":"A1","buyer":"Quin","region":"us-east-2","intendedNs":0,"callNs":270190}
{"line":"call","order":15,"id":"burst-dsql-mwx0m79n-7-15","seatId":"A1","buyer":"Oto","region":"us-east-2","intendedNs":0,"callNs":274026}
{"line":"call","order":17,"id":"burst-dsql-mwx0m79n-7-17","seatId":"A1","buyer":"Cleo","region":"us-east-2","intendedNs":0,"callNs":277911}
{"line":"call","order":19,"id":"burst-dsql-mwx0m79n-7-19","seatId":"A1","buyer":"Kai","region":"us-east-2","intendedNs":0,"callNs":281777}
{"line":"call","order":21,"id":"burst-dsql-mwx0m79n-7-21","seatId":"A1","buyer":"Tea","region":"us-east-2","intendedNs":0,"callNs":285342}
{"line":"call","order":23,"id":"burst-dsql-mwx0m79n-7-23","seatId":"A1","buyer":"Paz","region":"us-east-2","intendedNs":0,"callNs":289318}
{"line":"call","order":25,"id":"burst-dsql-mwx0m79n-7-25","seatId":"A1","buyer":"Pia","region":"us-east-2","intendedNs":0,"callNs":292824}
{"line":"call","order":27,"id":"burst-dsql-mwx0m79n-7-27","seatId":"A1","buyer":"Ema","region":"us-east-2","intendedNs":0,"callNs":296509}
{"line":"call","order":29,"id":"burst-dsql-mwx0m79n-7-29","seatId":"A1","buyer":"Dee","region":"us-east-2","intendedNs":0,"callNs":300144}
{"line":"call","order":31,"id":"burst-dsql-mwx0m79n-7-31","seatId":"A1","buyer":"Ugo","region":"us-east-2","intendedNs":0,"callNs":304090}
{"line":"call","order":33,"id":"burst-dsql-mwx0m79n-7-33","seatId":"A1","buyer":"Ben","region":"us-east-2","intendedNs":0,"callNs":307676}
{"line":"call","order":35,"id":"burst-dsql-mwx0m79n-7-35","seatId":"A1","buyer":"Noa","region":"us-east-2","intendedNs":0,"callNs":311391}
{"line":"call","order":37,"id":"burst-dsql-mwx0m79n-7-37","seatId":"A1","buyer":"Rui","region":"us-east-2","intendedNs":0,"callNs":314806}
{"line":"call","order":39,"id":"burst-dsql-mwx0m79n-7-39","seatId":"A1","buyer":"Mia","region":"us-east-2","intendedNs":0,"callNs":318722}
{"line":"call","order":41,"id":"burst-dsql-mwx0m79n-7-41","seatId":"A1","buyer":"Dov","region":"us-east-2","intendedNs":0,"callNs":322808}
{"line":"call","order":43,"id":"burst-dsql-mwx0m79n-7-43","seatId":"A1","buyer":"Wen","region":"us-east-2","intendedNs":0,"callNs":325963}
{"line":"call","order":45,"id":"burst-dsql-mwx0m79n-7-45","seatId":"A1","buyer":"Vic","region":"us-east-2","intendedNs":0,"callNs":329518}
{"line":"call","order":47,"id":"burst-dsql-mwx0m79n-7-47","seatId":"A1","buyer":"Uma 2","region":"us-east-2","intendedNs":0,"callNs":333574}
{"line":"call","order":49,"id":"burst-dsql-mwx0m79n-7-49","seatId":"A1","buyer":"Fay 2","region":"us-east-2","intendedNs":0,"callNs":337079}
{"line":"call","order":51,"id":"burst-dsql-mwx0m79n-7-51","seatId":"A1","buyer":"Ana 2","region":"us-east-2","intendedNs":0,"callNs":341376}
{"line":"call","order":53,"id":"burst-dsql-mwx0m79n-7-53","seatId":"A1","buyer":"Gia 2","region":"us-east-2","intendedNs":0,"callNs":345101}
{"line":"call","order":55,"id":"burst-dsql-mwx0m79n-7-55","seatId":"A1","buyer":"Max 2","region":"us-east-2","intendedNs":0,"callNs":348837}
{"line":"call","order":57,"id":"burst-dsql-mwx0m79n-7-57","seatId":"A1","buyer":"Ada 2","region":"us-east-2","intendedNs":0,"callNs":352152}
{"line":"call","order":59,"id":"burst-dsql-mwx0m79n-7-59","seatId":"A1","buyer":"Quin 2","region":"us-east-2","intendedNs":0,"callNs":355687}
{"line":"marker","atNs":469529888,"label":"first answer"}
{"line":"marker","atNs":469529888,"label":"first ticket"}
{"line":"return","order":0,"returnNs":469529888,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[1897783,61981970,62004163,461539523]]}
{"line":"seen","atNs":485929768,"region":"us-east-1","seatId":"A1","round":6,"order":0}
{"line":"return","order":54,"returnNs":504981370,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[3521229,27692300,27703697,295481133,"40001 OC000"],[335746361,485929768,null,485943409]]}
{"line":"return","order":2,"returnNs":571190036,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[2017240,27912436,27915120,295715850,"40001 OC000"],[424189246,552842959,null,552858942]]}
{"line":"return","order":24,"returnNs":571283574,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[2701244,62250959,62256727,295812614,"40001 OC000"],[424434860,568855265,null,568875975]]}
{"line":"return","order":20,"returnNs":571299668,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[2512744,62590682,62654447,295898181,"40001 OC000"],[424514909,569082071,null,569092456]]}
{"line":"return","order":18,"returnNs":616273286,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[2468579,49079073,49090620,295607971,"40001 OC000"],[335856894,575243785,null,575257365]]}
{"line":"return","order":58,"returnNs":616309019,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[3632604,27849703,27852387,295273074,"40001 OC000"],[335584120,612386735,null,612405713]]}
{"line":"return","order":26,"returnNs":708255988,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[2776245,63465148,63472800,334949960,"40001 OC000"],[484528561,702106413,null,702123688]]}
{"line":"return","order":6,"returnNs":708283990,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[2137438,63018156,63027740,335040454,"40001 OC000"],[484681888,702308562,null,702317776]]}
{"line":"return","order":12,"returnNs":708300224,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[2315432,63148920,63153507,335118159,"40001 OC000"],[484739854,702423052,null,702428380]]}
{"line":"return","order":36,"returnNs":708312763,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[3023692,88709680,88712164,425139014,"40001 OC000"],[484792402,702524252,null,702530872]]}
{"line":"return","order":44,"returnNs":708324240,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[3216598,88539478,88545877,425238511,"40001 OC000"],[484835937,702717689,null,702723668]]}
{"line":"return","order":40,"returnNs":708335817,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[3116119,88852021,88854465,425304349,"40001 OC000"],[484882656,702841292,null,702845218]]}
{"line":"return","order":50,"returnNs":708348125,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[3348964,88983056,88987742,425366661,"40001 OC000"],[484925520,702936453,null,702939427]]}
{"line":"return","order":52,"returnNs":708359091,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[3428862,89052859,89055313,425428533,"40001 OC000"],[484963987,703023832,null,703026977]]}
{"line":"return","order":42,"returnNs":708367524,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[3167525,88922866,88925060,425484095,"40001 OC000"],[485013390,703108869,null,703112744]]}
{"line":"return","order":46,"returnNs":708376958,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[3260363,88782558,88787946,425536363,"40001 OC000"],[485057625,703198491,null,703201816]]}
{"line":"return","order":4,"returnNs":708387093,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[2084710,63363678,63367934,461153260,"40001 OC000"],[485192155,703289336,null,703293472]]}
{"line":"return","order":8,"returnNs":708396507,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[2185379,63259103,63266354,461222263,"40001 OC000"],[485248448,703366631,null,703370737]]}
{"line":"return","order":38,"returnNs":708405190,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[3068739,63886413,63890789,461278927,"40001 OC000"],[485294667,703445137,null,703449293]]}
{"line":"return","order":56,"returnNs":708415255,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[3581569,89408907,89412682,461326437,"40001 OC000"],[485334576,703524965,null,703527629]]}
{"line":"return","order":34,"returnNs":708423847,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[2979026,63778183,63782479,461375309,"40001 OC000"],[485376538,703625144,null,703628769]]}
{"line":"return","order":32,"returnNs":708433081,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[2928421,63677323,63681850,461424603,"40001 OC000"],[485417178,703709779,null,703713254]]}
{"line":"return","order":30,"returnNs":708441163,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[2879087,88316167,88334104,461469880,"40001 OC000"],[485458880,703790058,null,703795186]]}
{"line":"return","order":48,"returnNs":708449636,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[3303557,88632766,88639336,461514215,"40001 OC000"],[485494894,703865871,null,703868675]]}
{"line":"seen","atNs":751169903,"region":"us-east-2","seatId":"A1","round":6,"order":0}
{"line":"return","order":43,"returnNs":761655997,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[18021935,125156939,125162737,460787688,"40001 OC000"],[485104064,751169903,null,751186788]]}
{"line":"return","order":39,"returnNs":764139078,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[17853305,124786369,124790495,460890951,"40001 OC000"],[485146187,761897085,null,761922472]]}
{"line":"return","order":7,"returnNs":774145481,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[3835545,19930674,19934059,469205026,"40001 OC000"],[485537547,764326205,null,764343711]]}
{"line":"return","order":3,"returnNs":774188165,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[3735998,19751599,19755274,473242781,"40001 OC000"],[485580290,768907467,null,768926104]]}
{"line":"return","order":1,"returnNs":774205280,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[3684441,19619002,19630629,473333626,"40001 OC000"],[485619308,769120352,null,769128124]]}
{"line":"return","order":5,"returnNs":774218950,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[3786132,19844266,19848102,473390951,"40001 OC000"],[485662252,769217346,null,769222203]]}
{"line":"return","order":10,"returnNs":774236256,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[2265508,62784189,62789237,334611118,"40001 OC000"],[424715586,769303383,null,769309723]]}
{"line":"return","order":16,"returnNs":774248354,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[2423602,62479557,62483834,334126930,"40001 OC000"],[424578843,769782974,null,769790856]]}
{"line":"return","order":14,"returnNs":774261613,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[2370393,62884297,62888043,334761571,"40001 OC000"],[424773482,769888451,null,769893729]]}
{"line":"return","order":28,"returnNs":774272980,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[2829103,63572668,63576824,334862661,"40001 OC000"],[424841383,770503402,null,770509561]]}
{"line":"return","order":22,"returnNs":774283306,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[2565723,62364958,62372989,334414166,"40001 OC000"],[424657089,770589670,null,770594187]]}
{"line":"return","order":9,"returnNs":816200593,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[3879340,20091412,20095248,473442868,"40001 OC000"],[485703613,812131851,null,812153033]]}
{"line":"return","order":37,"returnNs":820669918,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[17771003,124672000,124681163,473494394,"40001 OC000"],[485764924,816504874,null,816525394]]}
{"line":"return","order":47,"returnNs":820728024,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[18199678,125380801,125387781,503749093,"40001 OC000"],[551859240,819264635,null,819283943]]}
{"line":"return","order":59,"returnNs":820747413,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[18747240,144112187,144123284,503884384,"40001 OC000"],[552211653,819602215,null,819611118]]}
{"line":"return","order":51,"returnNs":820761904,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[18364803,143232914,143248637,504009589,"40001 OC000"],[552300585,819744196,null,819749303]]}
{"line":"return","order":23,"returnNs":820777327,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[17136472,144821088,144829401,504078031,"40001 OC000"],[552365601,819849992,null,819854519]]}
{"line":"return","order":35,"returnNs":832265687,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[17690894,144551198,144559881,504141234,"40001 OC000"],[552421974,827879355,null,827896660]]}
{"line":"return","order":29,"returnNs":832315301,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[17428525,144419703,144426223,504193592,"40001 OC000"],[552472239,830397317,null,830413431]]}
{"line":"return","order":13,"returnNs":832339026,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[16381363,145816854,145821671,504241042,"40001 OC000"],[552523305,830573158,null,830580869]]}
{"line":"return","order":49,"returnNs":832357934,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[18276522,125498345,125505425,504290055,"40001 OC000"],[552630464,830699505,null,830705194]]}
{"line":"return","order":41,"returnNs":832371754,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[17938771,125010862,125018834,574707530,"40001 OC000"],[662425080,830799223,null,830803109]]}
{"line":"return","order":45,"returnNs":832386085,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[18105909,125268234,125274803,574649103,"40001 OC000"],[662255889,830886613,null,830890148]]}
{"line":"return","order":33,"returnNs":832398614,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[17605287,144268770,144275590,574761380,"40001 OC000"],[662515574,830972129,null,830976826]]}
{"line":"return","order":55,"returnNs":832412605,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[18544940,143707247,143714638,574579781,"40001 OC000"],[639246391,831058367,null,831062554]]}
{"line":"return","order":57,"returnNs":832427257,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[18647121,143884900,143890829,574454715,"40001 OC000"],[639074506,831147670,null,831151646]]}
{"line":"return","order":31,"returnNs":832438323,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[17517317,145581756,145585391,616612138,"40001 OC000"],[662680018,831243131,null,831247398]]}
{"line":"return","order":17,"returnNs":839226445,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[16678033,145688043,145693451,770373520,"40001 OC000"],[789968417,838868004,null,838886181]]}
{"line":"return","order":11,"returnNs":839737703,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[3923365,145355260,145365275,616993954,"40001 OC000"],[662807186,839370579,null,839382507]]}
{"line":"return","order":21,"returnNs":844129263,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[16872701,145222744,145228302,617278236,"40001 OC000"],[683074971,839899133,null,839909117]]}
{"line":"return","order":15,"returnNs":844172988,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[16582080,144692598,144698637,617465623,"40001 OC000"],[683355467,842471676,null,842484896]]}
{"line":"return","order":25,"returnNs":844192958,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[17245854,145084939,145094774,617340688,"40001 OC000"],[683171554,842757430,null,842768055]]}
{"line":"return","order":53,"returnNs":844211766,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[18454145,143509394,143517786,617406145,"40001 OC000"],[683248929,842945168,null,842951828]]}
{"line":"return","order":19,"returnNs":844226257,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[16771391,145477972,145482298,617167491,"40001 OC000"],[682940301,843079347,null,843085426]]}
{"line":"marker","atNs":894010496,"label":"last answer"}
{"line":"return","order":27,"returnNs":894010496,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":0,"trace":[[17339443,144952153,144957721,770267072,"40001 OC000"],[789790323,893017454,null,893034559]]}
{"line":"ledger","sales":1,"converged":true,"unreachable":[]}
{"line":"sale","id":"burst-dsql-mwx0m79n-7-0","seatId":"A1","round":6,"buyer":"Zoe","region":"us-east-1","attempts":1,"soldAtMs":1795665064802}
{"line":"table","region":"us-east-1","rest":"AVAILABLE","rows":[["A1",6,"SOLD","Zoe","burst-dsql-mwx0m79n-7-0","us-east-1"]]}
{"line":"table","region":"us-east-2","rest":"AVAILABLE","rows":[["A1",6,"SOLD","Zoe","burst-dsql-mwx0m79n-7-0","us-east-1"]]}
{"line":"end","lines":132}
{"format":"worldseat-history","version":1,"sha256":"ef59077f12fdaa75b9385e6fa3fc4d21852af8b9807ad6b46aecfbed269fd4c6","burst":{"id":"dynamodb-mwx0m7bg-8","scenario":"ONE_SEAT","strategy":"NAIVE","seed":552897774,"buyers":60,"seatId":"A1","round":6,"startedAt":"2026-11-26T03:51:04.703Z"},"engine":{"id":"dynamodb","name":"DynamoDB Global Tables","consistency":"eventual, last writer wins","deployment":"EMBEDDED","components":"dynalite behind 2 Region fronts, 80 ± 20 ms apart","regions":["us-east-1","us-east-2"]},"settings":{"connectionsPerRegion":64,"lagMs":96.81552699999884},"software":{"worldseat":"0.1.0","node":"v20.20.2"},"venue":"hall","rule":null}
{"line":"scope","seats":[[6,["A1"]]]}
{"line":"call","order":0,"id":"burst-dynamodb-mwx0m7bg-8-0","seatId":"A1","buyer":"Zoe","region":"us-east-1","intendedNs":0,"callNs":19018}
{"line":"call","order":2,"id":"burst-dynamodb-mwx0m7bg-8-2","seatId":"A1","buyer":"Cy","region":"us-east-1","intendedNs":0,"callNs":25167}
{"line":"call","order":4,"id":"burst-dynamodb-mwx0m7bg-8-4","seatId":"A1","buyer":"Yan","region":"us-east-1","intendedNs":0,"callNs":28682}
{"line":"call","order":6,"id":"burst-dynamodb-mwx0m7bg-8-6","seatId":"A1","buyer":"Ola","region":"us-east-1","intendedNs":0,"callNs":32488}
{"line":"call","order":8,"id":"burst-dynamodb-mwx0m7bg-8-8","seatId":"A1","buyer":"Nico","region":"us-east-1","intendedNs":0,"callNs":36744}
{"line":"call","order":10,"id":"burst-dynamodb-mwx0m7bg-8-10","seatId":"A1","buyer":"Hana","region":"us-east-1","intendedNs":0,"callNs":40049}
{"line":"call","order":12,"id":"burst-dynamodb-mwx0m7bg-8-12","seatId":"A1","buyer":"Gus","region":"us-east-1","intendedNs":0,"callNs":43735}
{"line":"call","order":14,"id":"burst-dynamodb-mwx0m7bg-8-14","seatId":"A1","buyer":"Sol","region":"us-east-1","intendedNs":0,"callNs":47490}
{"line":"call","order":16,"id":"burst-dynamodb-mwx0m7bg-8-16","seatId":"A1","buyer":"Ivo","region":"us-east-1","intendedNs":0,"callNs":51526}
{"line":"call","order":18,"id":"burst-dynamodb-mwx0m7bg-8-18","seatId":"A1","buyer":"Jack","region":"us-east-1","intendedNs":0,"callNs":54931}
{"line":"call","order":20,"id":"burst-dynamodb-mwx0m7bg-8-20","seatId":"A1","buyer":"Sam","region":"us-east-1","intendedNs":0,"callNs":58567}
{"line":"call","order":22,"id":"burst-dynamodb-mwx0m7bg-8-22","seatId":"A1","buyer":"Finn","region":"us-east-1","intendedNs":0,"callNs":62513}
{"line":"call","order":24,"id":"burst-dynamodb-mwx0m7bg-8-24","seatId":"A1","buyer":"Rex","region":"us-east-1","intendedNs":0,"callNs":65828}
{"line":"call","order":26,"id":"burst-dynamodb-mwx0m7bg-8-26","seatId":"A1","buyer":"Lea","region":"us-east-1","intendedNs":0,"callNs":69523}
{"line":"call","order":28,"id":"burst-dynamodb-mwx0m7bg-8-28","seatId":"A1","buyer":"Kim","region":"us-east-1","intendedNs":0,"callNs":72868}
{"line":"call","order":30,"id":"burst-dynamodb-mwx0m7bg-8-30","seatId":"A1","buyer":"Tam","region":"us-east-1","intendedNs":0,"callNs":76223}
{"line":"call","order":32,"id":"burst-dynamodb-mwx0m7bg-8-32","seatId":"A1","buyer":"Xia","region":"us-east-1","intendedNs":0,"callNs":80429}
{"line":"call","order":34,"id":"burst-dynamodb-mwx0m7bg-8-34","seatId":"A1","buyer":"Hugo","region":"us-east-1","intendedNs":0,"callNs":84345}
{"line":"call","order":36,"id":"burst-dynamodb-mwx0m7bg-8-36","seatId":"A1","buyer":"Luz","region":"us-east-1","intendedNs":0,"callNs":88101}
{"line":"call","order":38,"id":"burst-dynamodb-mwx0m7bg-8-38","seatId":"A1","buyer":"Jun","region":"us-east-1","intendedNs":0,"callNs":91656}
{"line":"call","order":40,"id":"burst-dynamodb-mwx0m7bg-8-40","seatId":"A1","buyer":"Ines","region":"us-east-1","intendedNs":0,"callNs":95031}
{"line":"call","order":42,"id":"burst-dynamodb-mwx0m7bg-8-42","seatId":"A1","buyer":"Bo","region":"us-east-1","intendedNs":0,"callNs":98416}
{"line":"call","order":44,"id":"burst-dynamodb-mwx0m7bg-8-44","seatId":"A1","buyer":"Eli","region":"us-east-1","intendedNs":0,"callNs":102051}
{"line":"call","order":46,"id":"burst-dynamodb-mwx0m7bg-8-46","seatId":"A1","buyer":"Zoe 2","region":"us-east-1","intendedNs":0,"callNs":105346}
{"line":"call","order":48,"id":"burst-dynamodb-mwx0m7bg-8-48","seatId":"A1","buyer":"Cy 2","region":"us-east-1","intendedNs":0,"callNs":109172}
{"line":"call","order":50,"id":"burst-dynamodb-mwx0m7bg-8-50","seatId":"A1","buyer":"Yan 2","region":"us-east-1","intendedNs":0,"callNs":113729}
{"line":"call","order":52,"id":"burst-dynamodb-mwx0m7bg-8-52","seatId":"A1","buyer":"Ola 2","region":"us-east-1","intendedNs":0,"callNs":117504}
{"line":"call","order":54,"id":"burst-dynamodb-mwx0m7bg-8-54","seatId":"A1","buyer":"Nico 2","region":"us-east-1","intendedNs":0,"callNs":120989}
{"line":"call","order":56,"id":"burst-dynamodb-mwx0m7bg-8-56","seatId":"A1","buyer":"Hana 2","region":"us-east-1","intendedNs":0,"callNs":124905}
{"line":"call","order":58,"id":"burst-dynamodb-mwx0m7bg-8-58","seatId":"A1","buyer":"Gus 2","region":"us-east-1","intendedNs":0,"callNs":130774}
{"line":"call","order":1,"id":"burst-dynamodb-mwx0m7bg-8-1","seatId":"A1","buyer":"Uma","region":"us-east-2","intendedNs":0,"callNs":137834}
{"line":"call","order":3,"id":"burst-dynamodb-mwx0m7bg-8-3","seatId":"A1","buyer":"Fay","region":"us-east-2","intendedNs":0,"callNs":142000}
{"line":"call","order":5,"id":"burst-dynamodb-mwx0m7bg-8-5","seatId":"A1","buyer":"Ana","region":"us-east-2","intendedNs":0,"callNs":149111}
{"line":"call","order":7,"id":"burst-dynamodb-mwx0m7bg-8-7","seatId":"A1","buyer":"Gia","region":"us-east-2","intendedNs":0,"callNs":152656}
{"line":"call","order":9,"id":"burst-dynamodb-mwx0m7bg-8-9","seatId":"A1","buyer":"Max","region":"us-east-2","intendedNs":0,"callNs":156772}
{"line":"call","order":11,"id":"burst-dynamodb-mwx0m7bg-8-11","seatId":"A1","buyer":"Ada","region":"us-east-2","intendedNs":0,"callNs":160197}
{"line":"call","order":13,"id":"burst-dynamodb-mwx0m7bg-8-13","seatId":"A1","buyer":"Quin","region":"us-east-2","intendedNs":0,"callNs":163663}
{"line":"call","order":15,"id":"burst-dynamodb-mwx0m7bg-8-15","seatId":"A1","buyer":"Oto","region":"us-east-2","intendedNs":0,"callNs":167418}
{"line":"call","order":17,"id":"burst-dynamodb-mwx0m7bg-8-17","seatId":"A1","buyer":"Cleo","region":"us-east-2","intendedNs":0,"callNs":171234}
{"line":"call","order":19,"id":"burst-dynamodb-mwx0m7bg-8-19","seatId":"A1","buyer":"Kai","region":"us-east-2","intendedNs":0,"callNs":174789}
{"line":"call","order":21,"id":"burst-dynamodb-mwx0m7bg-8-21","seatId":"A1","buyer":"Tea","region":"us-east-2","intendedNs":0,"callNs":179296}
{"line":"call","order":23,"id":"burst-dynamodb-mwx0m7bg-8-23","seatId":"A1","buyer":"Paz","region":"us-east-2","intendedNs":0,"callNs":182751}
{"line":"call","order":25,"id":"burst-dynamodb-mwx0m7bg-8-25","seatId":"A1","buyer":"Pia","region":"us-east-2","intendedNs":0,"callNs":186356}
{"line":"call","order":27,"id":"burst-dynamodb-mwx0m7bg-8-27","seatId":"A1","buyer":"Ema","region":"us-east-2","intendedNs":0,"callNs":190032}
{"line":"call","order":29,"id":"burst-dynamodb-mwx0m7bg-8-29","seatId":"A1","buyer":"Dee","region":"us-east-2","intendedNs":0,"callNs":193637}
{"line":"call","order":31,"id":"burst-dynamodb-mwx0m7bg-8-31","seatId":"A1","buyer":"Ugo","region":"us-east-2","intendedNs":0,"callNs":197332}
{"line":"call","order":33,"id":"burst-dynamodb-mwx0m7bg-8-33","seatId":"A1","buyer":"Ben","region":"us-east-2","intendedNs":0,"callNs":200848}
{"line":"call","order":35,"id":"burst-dynamodb-mwx0m7bg-8-35","seatId":"A1","buyer":"Noa","region":"us-east-2","intendedNs":0,"callNs":204693}
{"line":"call","order":37,"id":"burst-dynamodb-mwx0m7bg-8-37","seatId":"A1","buyer":"Rui","region":"us-east-2","intendedNs":0,"callNs":208379}
{"line":"call","order":39,"id":"burst-dynamodb-mwx0m7bg-8-39","seatId":"A1","buyer":"Mia","region":"us-east-2","intendedNs":0,"callNs":211954}
{"line":"call","order":41,"id":"burst-dynamodb-mwx0m7bg-8-41","seatId":"A1","buyer":"Dov","region":"us-east-2","intendedNs":0,"callNs":215860}
{"line":"call","order":43,"id":"burst-dynamodb-mwx0m7bg-8-43","seatId":"A1","buyer":"Wen","region":"us-east-2","intendedNs":0,"callNs":219656}
{"line":"call","order":45,"id":"burst-dynamodb-mwx0m7bg-8-45","seatId":"A1","buyer":"Vic","region":"us-east-2","intendedNs":0,"callNs":223021}
{"line":"call","order":47,"id":"burst-dynamodb-mwx0m7bg-8-47","seatId":"A1","buyer":"Uma 2","region":"us-east-2","intendedNs":0,"callNs":226986}
{"line":"call","order":49,"id":"burst-dynamodb-mwx0m7bg-8-49","seatId":"A1","buyer":"Fay 2","region":"us-east-2","intendedNs":0,"callNs":230522}
{"line":"call","order":51,"id":"burst-dynamodb-mwx0m7bg-8-51","seatId":"A1","buyer":"Ana 2","region":"us-east-2","intendedNs":0,"callNs":234958}
{"line":"call","order":53,"id":"burst-dynamodb-mwx0m7bg-8-53","seatId":"A1","buyer":"Gia 2","region":"us-east-2","intendedNs":0,"callNs":238263}
{"line":"call","order":55,"id":"burst-dynamodb-mwx0m7bg-8-55","seatId":"A1","buyer":"Max 2","region":"us-east-2","intendedNs":0,"callNs":241838}
{"line":"call","order":57,"id":"burst-dynamodb-mwx0m7bg-8-57","seatId":"A1","buyer":"Ada 2","region":"us-east-2","intendedNs":0,"callNs":245624}
{"line":"call","order":59,"id":"burst-dynamodb-mwx0m7bg-8-59","seatId":"A1","buyer":"Quin 2","region":"us-east-2","intendedNs":0,"callNs":249149}
{"line":"marker","atNs":1413773994,"label":"first answer"}
{"line":"marker","atNs":1413773994,"label":"first ticket"}
{"line":"return","order":0,"returnNs":1413773994,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[6336122,387013588,387023653,1407390882]]}
{"line":"marker","atNs":1421306310,"label":"first seat sold twice"}
{"line":"return","order":2,"returnNs":1421306310,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[7088047,395335604,395354963,1414479520]]}
{"line":"return","order":4,"returnNs":1421352789,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[21794427,397791635,397803192,1418642741]]}
{"line":"return","order":6,"returnNs":1428016507,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[22667902,398592432,398601205,1426272562]]}
{"line":"return","order":1,"returnNs":1428950952,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[102237384,724754856,724770930,1428385264]]}
{"line":"return","order":8,"returnNs":1429814362,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[31323894,399282025,399290497,1429267201]]}
{"line":"return","order":3,"returnNs":1430748367,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[139909428,746555122,759664515,1430090842]]}
{"line":"return","order":10,"returnNs":1431465550,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[35433986,416388723,416405087,1431070624]]}
{"line":"return","order":5,"returnNs":1432389079,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[140775381,764624909,764639570,1431814757]]}
{"line":"return","order":12,"returnNs":1432941508,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[36656378,417552378,417562573,1432669865]]}
{"line":"return","order":7,"returnNs":1433607285,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[141331235,765540215,765548618,1433192379]]}
{"line":"return","order":14,"returnNs":1434365589,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[37825742,418337602,418348568,1433979797]]}
{"line":"return","order":9,"returnNs":1695996588,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[141842954,766156269,766163159,1672955638]]}
{"line":"return","order":16,"returnNs":1696049467,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[38398331,450012706,450026306,1673290685]]}
{"line":"return","order":11,"returnNs":1696063998,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[142415543,766677692,766683620,1673517961]]}
{"line":"return","order":18,"returnNs":1696073622,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[38923189,450876997,450885370,1673766239]]}
{"line":"return","order":13,"returnNs":1696083767,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[244867665,806603156,806617698,1673940378]]}
{"line":"return","order":20,"returnNs":1696096226,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[39362610,477097636,477112779,1674202661]]}
{"line":"return","order":15,"returnNs":1696106571,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[273362204,807464313,807472965,1674370941]]}
{"line":"return","order":22,"returnNs":1696157016,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[40600996,479292420,479303556,1674499622]]}
{"line":"return","order":17,"returnNs":1696170646,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[273861154,821886341,821901284,1674608733]]}
{"line":"return","order":24,"returnNs":1696181012,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[41251650,489705055,489718535,1674709433]]}
{"line":"return","order":19,"returnNs":1696191247,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[274177132,822913604,822925612,1674802881]]}
{"line":"return","order":26,"returnNs":1696201272,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[43009115,490490650,490500915,1674898593]]}
{"line":"return","order":21,"returnNs":1696210696,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[274450528,835061512,835075342,1674998902]]}
{"line":"return","order":28,"returnNs":1696219959,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[43804224,491112682,491119512,1675092651]]}
{"line":"return","order":23,"returnNs":1696228712,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[274713427,836025321,836035516,1675179990]]}
{"line":"return","order":32,"returnNs":1696238126,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[45101878,506987845,506999452,1675268632]]}
{"line":"return","order":25,"returnNs":1696247640,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[274975736,836693391,836702745,1675357093]]}
{"line":"return","order":34,"returnNs":1696257655,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[45688147,512588647,512602177,1675447036]]}
{"line":"return","order":27,"returnNs":1696267179,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[275234790,837259791,837267752,1685437295]]}
{"line":"return","order":36,"returnNs":1696276333,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[46289308,513421071,513430455,1685883607]]}
{"line":"return","order":38,"returnNs":1696286358,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[46854966,514098686,514105566,1686111565]]}
{"line":"return","order":29,"returnNs":1696304264,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[275497580,837765550,837771749,1686270270]]}
{"line":"return","order":30,"returnNs":1696312917,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[44495489,514674309,514681009,1689449142]]}
{"line":"return","order":31,"returnNs":1696322001,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[290195478,863032245,863052835,1689598123]]}
{"line":"return","order":40,"returnNs":1696330683,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[47458681,515180079,515185296,1689713464]]}
{"line":"return","order":42,"returnNs":1696340157,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[51477389,572399289,572412568,1689810308]]}
{"line":"return","order":33,"returnNs":1696349491,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[290699264,894359724,894371682,1689914743]]}
{"line":"return","order":44,"returnNs":1696358294,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[55514173,590323189,590337510,1690016413]]}
{"line":"return","order":35,"returnNs":1696366567,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[291138466,895159079,895170065,1690111264]]}
{"line":"return","order":46,"returnNs":1696375690,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[63753196,591313837,591324483,1690202519]]}
{"line":"return","order":37,"returnNs":1696384804,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[291505259,939429404,939443265,1690289859]]}
{"line":"return","order":48,"returnNs":1696393486,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[64281008,624357660,624370209,1690381805]]}
{"line":"return","order":39,"returnNs":1696402680,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[325102643,1000400946,1000413936,1690469675]]}
{"line":"return","order":50,"returnNs":1696420697,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[64655283,648743950,648756939,1690572598]]}
{"line":"return","order":41,"returnNs":1696429480,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[325705437,1001165290,1001175535,1690724483]]}
{"line":"return","order":52,"returnNs":1696439244,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[65211978,650896931,650907878,1690838482]]}
{"line":"return","order":43,"returnNs":1696449289,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[341068641,1092567031,1092583215,1690927644]]}
{"line":"return","order":54,"returnNs":1696458052,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[65640233,689115576,689130398,1691019030]]}
{"line":"return","order":45,"returnNs":1696467116,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[341498237,1093903402,1093913787,1691107571]]}
{"line":"return","order":56,"returnNs":1696476449,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[65984363,698366058,698378547,1691195762]]}
{"line":"return","order":47,"returnNs":1696485303,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[341872923,1094814322,1094823786,1691286636]]}
{"line":"return","order":58,"returnNs":1696494336,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[101182660,699265392,699275436,1691375949]]}
{"line":"return","order":49,"returnNs":1696506794,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[371396818,1120453915,1120470439,1691465632]]}
{"line":"return","order":51,"returnNs":1711731263,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[378301173,1121651400,1121661555,1698238702]]}
{"line":"return","order":53,"returnNs":1711775699,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[378888704,1122512476,1122520238,1698509704]]}
{"line":"return","order":55,"returnNs":1711793145,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[379310529,1123212023,1123220135,1698640387]]}
{"line":"return","order":57,"returnNs":1711805052,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[385491251,1130390014,1130404926,1698743140]]}
{"line":"marker","atNs":1711817110,"label":"last answer"}
{"line":"return","order":59,"returnNs":1711817110,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[386140534,1131475943,1131484937,1698858501]]}
{"line":"ledger","sales":60,"converged":true,"unreachable":[]}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-0","seatId":"A1","round":6,"buyer":"Zoe","region":"us-east-1","attempts":1,"soldAtMs":1795665065843}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-1","seatId":"A1","round":6,"buyer":"Uma","region":"us-east-2","attempts":1,"soldAtMs":1795665065863}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-10","seatId":"A1","round":6,"buyer":"Hana","region":"us-east-1","attempts":1,"soldAtMs":1795665065876}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-11","seatId":"A1","round":6,"buyer":"Ada","region":"us-east-2","attempts":1,"soldAtMs":1795665066140}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-12","seatId":"A1","round":6,"buyer":"Gus","region":"us-east-1","attempts":1,"soldAtMs":1795665065887}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-13","seatId":"A1","round":6,"buyer":"Quin","region":"us-east-2","attempts":1,"soldAtMs":1795665066144}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-14","seatId":"A1","round":6,"buyer":"Sol","region":"us-east-1","attempts":1,"soldAtMs":1795665065889}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-15","seatId":"A1","round":6,"buyer":"Oto","region":"us-east-2","attempts":1,"soldAtMs":1795665066146}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-16","seatId":"A1","round":6,"buyer":"Ivo","region":"us-east-1","attempts":1,"soldAtMs":1795665066129}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-17","seatId":"A1","round":6,"buyer":"Cleo","region":"us-east-2","attempts":1,"soldAtMs":1795665066148}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-18","seatId":"A1","round":6,"buyer":"Jack","region":"us-east-1","attempts":1,"soldAtMs":1795665066143}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-19","seatId":"A1","round":6,"buyer":"Kai","region":"us-east-2","attempts":1,"soldAtMs":1795665066149}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-2","seatId":"A1","round":6,"buyer":"Cy","region":"us-east-1","attempts":1,"soldAtMs":1795665065844}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-20","seatId":"A1","round":6,"buyer":"Sam","region":"us-east-1","attempts":1,"soldAtMs":1795665066145}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-21","seatId":"A1","round":6,"buyer":"Tea","region":"us-east-2","attempts":1,"soldAtMs":1795665066150}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-22","seatId":"A1","round":6,"buyer":"Finn","region":"us-east-1","attempts":1,"soldAtMs":1795665066147}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-23","seatId":"A1","round":6,"buyer":"Paz","region":"us-east-2","attempts":1,"soldAtMs":1795665066151}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-24","seatId":"A1","round":6,"buyer":"Rex","region":"us-east-1","attempts":1,"soldAtMs":1795665066148}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-25","seatId":"A1","round":6,"buyer":"Pia","region":"us-east-2","attempts":1,"soldAtMs":1795665066152}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-26","seatId":"A1","round":6,"buyer":"Lea","region":"us-east-1","attempts":1,"soldAtMs":1795665066149}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-27","seatId":"A1","round":6,"buyer":"Ema","region":"us-east-2","attempts":1,"soldAtMs":1795665066158}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-28","seatId":"A1","round":6,"buyer":"Kim","region":"us-east-1","attempts":1,"soldAtMs":1795665066151}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-29","seatId":"A1","round":6,"buyer":"Dee","region":"us-east-2","attempts":1,"soldAtMs":1795665066160}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-3","seatId":"A1","round":6,"buyer":"Fay","region":"us-east-2","attempts":1,"soldAtMs":1795665065875}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-30","seatId":"A1","round":6,"buyer":"Tam","region":"us-east-1","attempts":1,"soldAtMs":1795665066161}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-31","seatId":"A1","round":6,"buyer":"Ugo","region":"us-east-2","attempts":1,"soldAtMs":1795665066169}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-32","seatId":"A1","round":6,"buyer":"Xia","region":"us-east-1","attempts":1,"soldAtMs":1795665066152}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-33","seatId":"A1","round":6,"buyer":"Ben","region":"us-east-2","attempts":1,"soldAtMs":1795665066173}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-34","seatId":"A1","round":6,"buyer":"Hugo","region":"us-east-1","attempts":1,"soldAtMs":1795665066153}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-35","seatId":"A1","round":6,"buyer":"Noa","region":"us-east-2","attempts":1,"soldAtMs":1795665066188}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-36","seatId":"A1","round":6,"buyer":"Luz","region":"us-east-1","attempts":1,"soldAtMs":1795665066159}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-37","seatId":"A1","round":6,"buyer":"Rui","region":"us-east-2","attempts":1,"soldAtMs":1795665066199}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-38","seatId":"A1","round":6,"buyer":"Jun","region":"us-east-1","attempts":1,"soldAtMs":1795665066160}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-39","seatId":"A1","round":6,"buyer":"Mia","region":"us-east-2","attempts":1,"soldAtMs":1795665066201}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-4","seatId":"A1","round":6,"buyer":"Yan","region":"us-east-1","attempts":1,"soldAtMs":1795665065850}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-40","seatId":"A1","round":6,"buyer":"Ines","region":"us-east-1","attempts":1,"soldAtMs":1795665066171}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-41","seatId":"A1","round":6,"buyer":"Dov","region":"us-east-2","attempts":1,"soldAtMs":1795665066216}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-42","seatId":"A1","round":6,"buyer":"Bo","region":"us-east-1","attempts":1,"soldAtMs":1795665066172}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-43","seatId":"A1","round":6,"buyer":"Wen","region":"us-east-2","attempts":1,"soldAtMs":1795665066239}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-44","seatId":"A1","round":6,"buyer":"Eli","region":"us-east-1","attempts":1,"soldAtMs":1795665066187}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-45","seatId":"A1","round":6,"buyer":"Vic","region":"us-east-2","attempts":1,"soldAtMs":1795665066249}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-46","seatId":"A1","round":6,"buyer":"Zoe 2","region":"us-east-1","attempts":1,"soldAtMs":1795665066189}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-47","seatId":"A1","round":6,"buyer":"Uma 2","region":"us-east-2","attempts":1,"soldAtMs":1795665066259}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-48","seatId":"A1","round":6,"buyer":"Cy 2","region":"us-east-1","attempts":1,"soldAtMs":1795665066200}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-49","seatId":"A1","round":6,"buyer":"Fay 2","region":"us-east-2","attempts":1,"soldAtMs":1795665066260}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-5","seatId":"A1","round":6,"buyer":"Ana","region":"us-east-2","attempts":1,"soldAtMs":1795665065877}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-50","seatId":"A1","round":6,"buyer":"Yan 2","region":"us-east-1","attempts":1,"soldAtMs":1795665066214}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-51","seatId":"A1","round":6,"buyer":"Ana 2","region":"us-east-2","attempts":1,"soldAtMs":1795665066261}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-52","seatId":"A1","round":6,"buyer":"Ola 2","region":"us-east-1","attempts":1,"soldAtMs":1795665066216}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-53","seatId":"A1","round":6,"buyer":"Gia 2","region":"us-east-2","attempts":1,"soldAtMs":1795665066274}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-54","seatId":"A1","round":6,"buyer":"Nico 2","region":"us-east-1","attempts":1,"soldAtMs":1795665066245}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-55","seatId":"A1","round":6,"buyer":"Max 2","region":"us-east-2","attempts":1,"soldAtMs":1795665066275}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-56","seatId":"A1","round":6,"buyer":"Hana 2","region":"us-east-1","attempts":1,"soldAtMs":1795665066257}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-57","seatId":"A1","round":6,"buyer":"Ada 2","region":"us-east-2","attempts":1,"soldAtMs":1795665066276}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-58","seatId":"A1","round":6,"buyer":"Gus 2","region":"us-east-1","attempts":1,"soldAtMs":1795665066260}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-59","seatId":"A1","round":6,"buyer":"Quin 2","region":"us-east-2","attempts":1,"soldAtMs":1795665066277}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-6","seatId":"A1","round":6,"buyer":"Ola","region":"us-east-1","attempts":1,"soldAtMs":1795665065852}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-7","seatId":"A1","round":6,"buyer":"Gia","region":"us-east-2","attempts":1,"soldAtMs":1795665065888}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-8","seatId":"A1","round":6,"buyer":"Nico","region":"us-east-1","attempts":1,"soldAtMs":1795665065864}
{"line":"sale","id":"burst-dynamodb-mwx0m7bg-8-9","seatId":"A1","round":6,"buyer":"Max","region":"us-east-2","attempts":1,"soldAtMs":1795665066125}
{"line":"table","region":"us-east-1","rest":"AVAILABLE","rows":[["A1",6,"SOLD","Quin 2","burst-dynamodb-mwx0m7bg-8-59","us-east-2"]]}
{"line":"table","region":"us-east-2","rest":"AVAILABLE","rows":[["A1",6,"SOLD","Quin 2","burst-dynamodb-mwx0m7bg-8-59","us-east-2"]]}
{"line":"end","lines":190}
{"format":"worldseat-history","version":1,"sha256":"f95ede478fbddce0aa8759f20f0dac2ee288c7474ada00b47d98bffccd5089ec","burst":{"id":"dsql-mwx0mem3-9","scenario":"ON_SALE","strategy":"NAIVE","seed":114925447,"buyers":120,"seatId":null,"round":6,"startedAt":"2026-11-26T03:51:14.158Z"},"engine":{"id":"dsql","name":"Aurora DSQL","consistency":"snapshot isolation","deployment":"EMBEDDED","components":"PostgreSQL 16.14 behind the local DSQL gateway, conflicts at COMMIT, 10 ms between Regions","regions":["us-east-1","us-east-2"]},"settings":{"connectionsPerRegion":64,"lagMs":7.556872000015574},"software":{"worldseat":"0.1.0","node":"v20.20.2"},"venue":"hall","rule":null}
{"line":"scope","seats":[[7,["A1"]],[4,[["A",2,12],["B",1,12],["C",1,12],["D",1,12],["E",1,12],["F",1,12],["G",1,12],["H",1,12]]]]}
{"line":"call","order":0,"id":"burst-dsql-mwx0mem3-9-0","seatId":"F4","buyer":"Gia","region":"us-east-1","intendedNs":0,"callNs":81521}
{"line":"call","order":2,"id":"burst-dsql-mwx0mem3-9-2","seatId":"E1","buyer":"Ugo","region":"us-east-1","intendedNs":0,"callNs":107229}
{"line":"call","order":4,"id":"burst-dsql-mwx0mem3-9-4","seatId":"D2","buyer":"Dov","region":"us-east-1","intendedNs":0,"callNs":114099}
{"line":"call","order":6,"id":"burst-dsql-mwx0mem3-9-6","seatId":"F5","buyer":"Sam","region":"us-east-1","intendedNs":0,"callNs":118356}
{"line":"call","order":8,"id":"burst-dsql-mwx0mem3-9-8","seatId":"D9","buyer":"Pia","region":"us-east-1","intendedNs":0,"callNs":127810}
{"line":"call","order":10,"id":"burst-dsql-mwx0mem3-9-10","seatId":"H11","buyer":"Kai","region":"us-east-1","intendedNs":0,"callNs":133138}
{"line":"call","order":12,"id":"burst-dsql-mwx0mem3-9-12","seatId":"G12","buyer":"Eli","region":"us-east-1","intendedNs":0,"callNs":138666}
{"line":"call","order":14,"id":"burst-dsql-mwx0mem3-9-14","seatId":"G3","buyer":"Luz","region":"us-east-1","intendedNs":0,"callNs":143613}
{"line":"call","order":16,"id":"burst-dsql-mwx0mem3-9-16","seatId":"H11","buyer":"Ivo","region":"us-east-1","intendedNs":0,"callNs":148100}
{"line":"call","order":18,"id":"burst-dsql-mwx0mem3-9-18","seatId":"A10","buyer":"Paz","region":"us-east-1","intendedNs":0,"callNs":151976}
{"line":"call","order":20,"id":"burst-dsql-mwx0mem3-9-20","seatId":"G11","buyer":"Max","region":"us-east-1","intendedNs":0,"callNs":156152}
{"line":"call","order":22,"id":"burst-dsql-mwx0mem3-9-22","seatId":"A8","buyer":"Cleo","region":"us-east-1","intendedNs":0,"callNs":160678}
{"line":"call","order":24,"id":"burst-dsql-mwx0mem3-9-24","seatId":"B7","buyer":"Fay","region":"us-east-1","intendedNs":0,"callNs":171404}
{"line":"call","order":26,"id":"burst-dsql-mwx0mem3-9-26","seatId":"G1","buyer":"Vic","region":"us-east-1","intendedNs":0,"callNs":177363}
{"line":"call","order":28,"id":"burst-dsql-mwx0mem3-9-28","seatId":"F2","buyer":"Zoe","region":"us-east-1","intendedNs":0,"callNs":185225}
{"line":"call","order":30,"id":"burst-dsql-mwx0mem3-9-30","seatId":"E10","buyer":"Xia","region":"us-east-1","intendedNs":0,"callNs":192476}
{"line":"call","order":32,"id":"burst-dsql-mwx0mem3-9-32","seatId":"F3","buyer":"Yan","region":"us-east-1","intendedNs":0,"callNs":199536}
{"line":"call","order":34,"id":"burst-dsql-mwx0mem3-9-34","seatId":"C5","buyer":"Gus","region":"us-east-1","intendedNs":0,"callNs":206256}
{"line":"call","order":36,"id":"burst-dsql-mwx0mem3-9-36","seatId":"A4","buyer":"Finn","region":"us-east-1","intendedNs":0,"callNs":212255}
{"line":"call","order":38,"id":"burst-dsql-mwx0mem3-9-38","seatId":"B2","buyer":"Jun","region":"us-east-1","intendedNs":0,"callNs":215860}
{"line":"call","order":40,"id":"burst-dsql-mwx0mem3-9-40","seatId":"F2","buyer":"Nico","region":"us-east-1","intendedNs":0,"callNs":224814}
{"line":"call","order":42,"id":"burst-dsql-mwx0mem3-9-42","seatId":"A4","buyer":"Mia","region":"us-east-1","intendedNs":0,"callNs":231824}
{"line":"call","order":44,"id":"burst-dsql-mwx0mem3-9-44","seatId":"E1","buyer":"Sol","region":"us-east-1","intendedNs":0,"callNs":239816}
{"line":"call","order":46,"id":"burst-dsql-mwx0mem3-9-46","seatId":"A6","buyer":"Gia 2","region":"us-east-1","intendedNs":0,"callNs":246335}
{"line":"call","order":48,"id":"burst-dsql-mwx0mem3-9-48","seatId":"A12","buyer":"Ugo 2","region":"us-east-1","intendedNs":0,"callNs":253396}
{"line":"call","order":50,"id":"burst-dsql-mwx0mem3-9-50","seatId":"G2","buyer":"Dov 2","region":"us-east-1","intendedNs":0,"callNs":260436}
{"line":"call","order":52,"id":"burst-dsql-mwx0mem3-9-52","seatId":"E6","buyer":"Sam 2","region":"us-east-1","intendedNs":0,"callNs":266966}
{"line":"call","order":54,"id":"burst-dsql-mwx0mem3-9-54","seatId":"C6","buyer":"Pia 2","region":"us-east-1","intendedNs":0,"callNs":272474}
{"line":"call","order":56,"id":"burst-dsql-mwx0mem3-9-56","seatId":"B7","buyer":"Kai 2","region":"us-east-1","intendedNs":0,"callNs":276911}
{"line":"call","order":58,"id":"burst-dsql-mwx0mem3-9-58","seatId":"E1","buyer":"Eli 2","region":"us-east-1","intendedNs":0,"callNs":285564}
{"line":"call","order":60,"id":"burst-dsql-mwx0mem3-9-60","seatId":"A1","buyer":"Luz 2","region":"us-east-1","intendedNs":0,"callNs":293746}
{"line":"call","order":62,"id":"burst-dsql-mwx0mem3-9-62","seatId":"B6","buyer":"Ivo 2","region":"us-east-1","intendedNs":0,"callNs":300746}
{"line":"call","order":64,"id":"burst-dsql-mwx0mem3-9-64","seatId":"H6","buyer":"Paz 2","region":"us-east-1","intendedNs":0,"callNs":317020}
{"line":"call","order":66,"id":"burst-dsql-mwx0mem3-9-66","seatId":"H8","buyer":"Max 2","region":"us-east-1","intendedNs":0,"callNs":323460}
{"line":"call","order":68,"id":"burst-dsql-mwx0mem3-9-68","seatId":"A12","buyer":"Cleo 2","region":"us-east-1","intendedNs":0,"callNs":328928}
{"line":"call","order":70,"id":"burst-dsql-mwx0mem3-9-70","seatId":"C11","buyer":"Fay 2","region":"us-east-1","intendedNs":0,"callNs":336399}
{"line":"call","order":72,"id":"burst-dsql-mwx0mem3-9-72","seatId":"D3","buyer":"Vic 2","region":"us-east-1","intendedNs":0,"callNs":342758}
{"line":"call","order":74,"id":"burst-dsql-mwx0mem3-9-74","seatId":"F3","buyer":"Zoe 2","region":"us-east-1","intendedNs":0,"callNs":349378}
{"line":"call","order":76,"id":"burst-dsql-mwx0mem3-9-76","seatId":"F5","buyer":"Xia 2","region":"us-east-1","intendedNs":0,"callNs":354836}
{"line":"call","order":78,"id":"burst-dsql-mwx0mem3-9-78","seatId":"H4","buyer":"Yan 2","region":"us-east-1","intendedNs":0,"callNs":363099}
{"line":"call","order":80,"id":"burst-dsql-mwx0mem3-9-80","seatId":"C5","buyer":"Gus 2","region":"us-east-1","intendedNs":0,"callNs":369889}
{"line":"call","order":82,"id":"burst-dsql-mwx0mem3-9-82","seatId":"D10","buyer":"Finn 2","region":"us-east-1","intendedNs":0,"callNs":376388}
{"line":"call","order":84,"id":"burst-dsql-mwx0mem3-9-84","seatId":"C5","buyer":"Jun 2","region":"us-east-1","intendedNs":0,"callNs":382297}
{"line":"call","order":86,"id":"burst-dsql-mwx0mem3-9-86","seatId":"C9","buyer":"Nico 2","region":"us-east-1","intendedNs":0,"callNs":388186}
{"line":"call","order":88,"id":"burst-dsql-mwx0mem3-9-88","seatId":"G5","buyer":"Mia 2","region":"us-east-1","intendedNs":0,"callNs":392452}
{"line":"call","order":90,"id":"burst-dsql-mwx0mem3-9-90","seatId":"C8","buyer":"Sol 2","region":"us-east-1","intendedNs":0,"callNs":396418}
{"line":"call","order":92,"id":"burst-dsql-mwx0mem3-9-92","seatId":"H6","buyer":"Gia 3","region":"us-east-1","intendedNs":0,"callNs":400053}
{"line":"call","order":94,"id":"burst-dsql-mwx0mem3-9-94","seatId":"C5","buyer":"Ugo 3","region":"us-east-1","intendedNs":0,"callNs":404209}
{"line":"call","order":96,"id":"burst-dsql-mwx0mem3-9-96","seatId":"G9","buyer":"Dov 3","region":"us-east-1","intendedNs":0,"callNs":408165}
{"line":"call","order":98,"id":"burst-dsql-mwx0mem3-9-98","seatId":"C1","buyer":"Sam 3","region":"us-east-1","intendedNs":0,"callNs":416988}
{"line":"call","order":100,"id":"burst-dsql-mwx0mem3-9-100","seatId":"A6","buyer":"Pia 3","region":"us-east-1","intendedNs":0,"callNs":423658}
{"line":"call","order":102,"id":"burst-dsql-mwx0mem3-9-102","seatId":"D12","buyer":"Kai 3","region":"us-east-1","intendedNs":0,"callNs":430258}
{"line":"call","order":104,"id":"burst-dsql-mwx0mem3-9-104","seatId":"D10","buyer":"Eli 3","region":"us-east-1","intendedNs":0,"callNs":434344}
{"line":"call","order":106,"id":"burst-dsql-mwx0mem3-9-106","seatId":"C5","buyer":"Luz 3","region":"us-east-1","intendedNs":0,"callNs":442156}
{"line":"call","order":108,"id":"burst-dsql-mwx0mem3-9-108","seatId":"C5","buyer":"Ivo 3","region":"us-east-1","intendedNs":0,"callNs":448105}
{"line":"call","order":110,"id":"burst-dsql-mwx0mem3-9-110","seatId":"B4","buyer":"Paz 3","region":"us-east-1","intendedNs":0,"callNs":454164}
{"line":"call","order":112,"id":"burst-dsql-mwx0mem3-9-112","seatId":"G2","buyer":"Max 3","region":"us-east-1","intendedNs":0,"callNs":459832}
{"line":"call","order":114,"id":"burst-dsql-mwx0mem3-9-114","seatId":"C10","buyer":"Cleo 3","region":"us-east-1","intendedNs":0,"callNs":463678}
{"line":"call","order":116,"id":"burst-dsql-mwx0mem3-9-116","seatId":"D10","buyer":"Fay 3","region":"us-east-1","intendedNs":0,"callNs":467784}
{"line":"call","order":118,"id":"burst-dsql-mwx0mem3-9-118","seatId":"G9","buyer":"Vic 3","region":"us-east-1","intendedNs":0,"callNs":471489}
{"line":"call","order":1,"id":"burst-dsql-mwx0mem3-9-1","seatId":"A12","buyer":"Hana","region":"us-east-2","intendedNs":0,"callNs":499511}
{"line":"call","order":3,"id":"burst-dsql-mwx0mem3-9-3","seatId":"C10","buyer":"Rex","region":"us-east-2","intendedNs":0,"callNs":508754}
{"line":"call","order":5,"id":"burst-dsql-mwx0mem3-9-5","seatId":"A11","buyer":"Kim","region":"us-east-2","intendedNs":0,"callNs":514793}
{"line":"call","order":7,"id":"burst-dsql-mwx0mem3-9-7","seatId":"B12","buyer":"Ada","region":"us-east-2","intendedNs":0,"callNs":521013}
{"line":"call","order":9,"id":"burst-dsql-mwx0mem3-9-9","seatId":"H11","buyer":"Tea","region":"us-east-2","intendedNs":0,"callNs":534032}
{"line":"call","order":11,"id":"burst-dsql-mwx0mem3-9-11","seatId":"C7","buyer":"Ema","region":"us-east-2","intendedNs":0,"callNs":537487}
{"line":"call","order":13,"id":"burst-dsql-mwx0mem3-9-13","seatId":"A4","buyer":"Quin","region":"us-east-2","intendedNs":0,"callNs":541443}
{"line":"call","order":15,"id":"burst-dsql-mwx0mem3-9-15","seatId":"D5","buyer":"Wen","region":"us-east-2","intendedNs":0,"callNs":548784}
{"line":"call","order":17,"id":"burst-dsql-mwx0mem3-9-17","seatId":"A6","buyer":"Oto","region":"us-east-2","intendedNs":0,"callNs":555183}
{"line":"call","order":19,"id":"burst-dsql-mwx0mem3-9-19","seatId":"A12","buyer":"Uma","region":"us-east-2","intendedNs":0,"callNs":562244}
{"line":"call","order":21,"id":"burst-dsql-mwx0mem3-9-21","seatId":"H10","buyer":"Dee","region":"us-east-2","intendedNs":0,"callNs":566510}
{"line":"call","order":23,"id":"burst-dsql-mwx0mem3-9-23","seatId":"G12","buyer":"Ines","region":"us-east-2","intendedNs":0,"callNs":574472}
{"line":"call","order":25,"id":"burst-dsql-mwx0mem3-9-25","seatId":"E7","buyer":"Ola","region":"us-east-2","intendedNs":0,"callNs":580641}
{"line":"call","order":27,"id":"burst-dsql-mwx0mem3-9-27","seatId":"E7","buyer":"Ana","region":"us-east-2","intendedNs":0,"callNs":585608}
{"line":"call","order":29,"id":"burst-dsql-mwx0mem3-9-29","seatId":"F9","buyer":"Ben","region":"us-east-2","intendedNs":0,"callNs":589414}
{"line":"call","order":31,"id":"burst-dsql-mwx0mem3-9-31","seatId":"A1","buyer":"Noa","region":"us-east-2","intendedNs":0,"callNs":592939}
{"line":"call","order":33,"id":"burst-dsql-mwx0mem3-9-33","seatId":"C10","buyer":"Cy","region":"us-east-2","intendedNs":0,"callNs":600961}
{"line":"call","order":35,"id":"burst-dsql-mwx0mem3-9-35","seatId":"H10","buyer":"Bo","region":"us-east-2","intendedNs":0,"callNs":607210}
{"line":"call","order":37,"id":"burst-dsql-mwx0mem3-9-37","seatId":"E1","buyer":"Tam","region":"us-east-2","intendedNs":0,"callNs":613129}
{"line":"call","order":39,"id":"burst-dsql-mwx0mem3-9-39","seatId":"A1","buyer":"Lea","region":"us-east-2","intendedNs":0,"callNs":616945}
{"line":"call","order":41,"id":"burst-dsql-mwx0mem3-9-41","seatId":"H11","buyer":"Rui","region":"us-east-2","intendedNs":0,"callNs":625387}
{"line":"call","order":43,"id":"burst-dsql-mwx0mem3-9-43","seatId":"E9","buyer":"Jack","region":"us-east-2","intendedNs":0,"callNs":632328}
{"line":"call","order":45,"id":"burst-dsql-mwx0mem3-9-45","seatId":"B8","buyer":"Hugo","region":"us-east-2","intendedNs":0,"callNs":638216}
{"line":"call","order":47,"id":"burst-dsql-mwx0mem3-9-47","seatId":"C10","buyer":"Hana 2","region":"us-east-2","intendedNs":0,"callNs":642503}
{"line":"call","order":49,"id":"burst-dsql-mwx0mem3-9-49","seatId":"D11","buyer":"Rex 2","region":"us-east-2","intendedNs":0,"callNs":650705}
{"line":"call","order":51,"id":"burst-dsql-mwx0mem3-9-51","seatId":"D10","buyer":"Kim 2","region":"us-east-2","intendedNs":0,"callNs":657184}
{"line":"call","order":53,"id":"burst-dsql-mwx0mem3-9-53","seatId":"A11","buyer":"Ada 2","region":"us-east-2","intendedNs":0,"callNs":663253}
{"line":"call","order":55,"id":"burst-dsql-mwx0mem3-9-55","seatId":"F2","buyer":"Tea 2","region":"us-east-2","intendedNs":0,"callNs":667840}
{"line":"call","order":57,"id":"burst-dsql-mwx0mem3-9-57","seatId":"A4","buyer":"Ema 2","region":"us-east-2","intendedNs":0,"callNs":671466}
{"line":"call","order":59,"id":"burst-dsql-mwx0mem3-9-59","seatId":"G5","buyer":"Quin 2","region":"us-east-2","intendedNs":0,"callNs":676383}
{"line":"call","order":61,"id":"burst-dsql-mwx0mem3-9-61","seatId":"C5","buyer":"Wen 2","region":"us-east-2","intendedNs":0,"callNs":681991}
{"line":"call","order":63,"id":"burst-dsql-mwx0mem3-9-63","seatId":"D9","buyer":"Oto 2","region":"us-east-2","intendedNs":0,"callNs":687580}
{"line":"call","order":65,"id":"burst-dsql-mwx0mem3-9-65","seatId":"G2","buyer":"Uma 2","region":"us-east-2","intendedNs":0,"callNs":693849}
{"line":"call","order":67,"id":"burst-dsql-mwx0mem3-9-67","seatId":"C12","buyer":"Dee 2","region":"us-east-2","intendedNs":0,"callNs":704935}
{"line":"call","order":69,"id":"burst-dsql-mwx0mem3-9-69","seatId":"C5","buyer":"Ines 2","region":"us-east-2","intendedNs":0,"callNs":714219}
{"line":"call","order":71,"id":"burst-dsql-mwx0mem3-9-71","seatId":"A8","buyer":"Ola 2","region":"us-east-2","intendedNs":0,"callNs":725826}
{"line":"call","order":73,"id":"burst-dsql-mwx0mem3-9-73","seatId":"D4","buyer":"Ana 2","region":"us-east-2","intendedNs":0,"callNs":733488}
{"line":"call","order":75,"id":"burst-dsql-mwx0mem3-9-75","seatId":"A4","buyer":"Ben 2","region":"us-east-2","intendedNs":0,"callNs":738936}
{"line":"call","order":77,"id":"burst-dsql-mwx0mem3-9-77","seatId":"F7","buyer":"Noa 2","region":"us-east-2","intendedNs":0,"callNs":742741}
{"line":"call","order":79,"id":"burst-dsql-mwx0mem3-9-79","seatId":"H10","buyer":"Cy 2","region":"us-east-2","intendedNs":0,"callNs":752275}
{"line":"call","order":81,"id":"burst-dsql-mwx0mem3-9-81","seatId":"E1","buyer":"Bo 2","region":"us-east-2","intendedNs":0,"callNs":759236}
{"line":"call","order":83,"id":"burst-dsql-mwx0mem3-9-83","seatId":"F12","buyer":"Tam 2","region":"us-east-2","intendedNs":0,"callNs":767057}
{"line":"call","order":85,"id":"burst-dsql-mwx0mem3-9-85","seatId":"G12","buyer":"Lea 2","region":"us-east-2","intendedNs":0,"callNs":776642}
{"line":"call","order":87,"id":"burst-dsql-mwx0mem3-9-87","seatId":"A10","buyer":"Rui 2","region":"us-east-2","intendedNs":0,"callNs":786156}
{"line":"call","order":89,"id":"burst-dsql-mwx0mem3-9-89","seatId":"C7","buyer":"Jack 2","region":"us-east-2","intendedNs":0,"callNs":792104}
{"line":"call","order":91,"id":"burst-dsql-mwx0mem3-9-91","seatId":"E3","buyer":"Hugo 2","region":"us-east-2","intendedNs":0,"callNs":796000}
{"line":"call","order":93,"id":"burst-dsql-mwx0mem3-9-93","seatId":"E11","buyer":"Hana 3","region":"us-east-2","intendedNs":0,"callNs":799926}
{"line":"call","order":95,"id":"burst-dsql-mwx0mem3-9-95","seatId":"F6","buyer":"Rex 3","region":"us-east-2","intendedNs":0,"callNs":806786}
{"line":"call","order":97,"id":"burst-dsql-mwx0mem3-9-97","seatId":"A4","buyer":"Kim 3","region":"us-east-2","intendedNs":0,"callNs":812825}
{"line":"call","order":99,"id":"burst-dsql-mwx0mem3-9-99","seatId":"E12","buyer":"Ada 3","region":"us-east-2","intendedNs":0,"callNs":819074}
{"line":"call","order":101,"id":"burst-dsql-mwx0mem3-9-101","seatId":"D9","buyer":"Tea 3","region":"us-east-2","intendedNs":0,"callNs":823832}
{"line":"call","order":103,"id":"burst-dsql-mwx0mem3-9-103","seatId":"G9","buyer":"Ema 3","region":"us-east-2","intendedNs":0,"callNs":831082}
{"line":"call","order":105,"id":"burst-dsql-mwx0mem3-9-105","seatId":"G4","buyer":"Quin 3","region":"us-east-2","intendedNs":0,"callNs":837562}
{"line":"call","order":107,"id":"burst-dsql-mwx0mem3-9-107","seatId":"B2","buyer":"Wen 3","region":"us-east-2","intendedNs":0,"callNs":844011}
{"line":"call","order":109,"id":"burst-dsql-mwx0mem3-9-109","seatId":"F1","buyer":"Oto 3","region":"us-east-2","intendedNs":0,"callNs":852634}
{"line":"call","order":111,"id":"burst-dsql-mwx0mem3-9-111","seatId":"B7","buyer":"Uma 3","region":"us-east-2","intendedNs":0,"callNs":863150}
{"line":"call","order":113,"id":"burst-dsql-mwx0mem3-9-113","seatId":"H10","buyer":"Dee 3","region":"us-east-2","intendedNs":0,"callNs":872043}
{"line":"call","order":115,"id":"burst-dsql-mwx0mem3-9-115","seatId":"E11","buyer":"Ines 3","region":"us-east-2","intendedNs":0,"callNs":879033}
{"line":"call","order":117,"id":"burst-dsql-mwx0mem3-9-117","seatId":"A12","buyer":"Ola 3","region":"us-east-2","intendedNs":0,"callNs":886374}
{"line":"call","order":119,"id":"burst-dsql-mwx0mem3-9-119","seatId":"E1","buyer":"Ana 3","region":"us-east-2","intendedNs":0,"callNs":892784}
{"line":"marker","atNs":581080063,"label":"first answer"}
{"line":"marker","atNs":581080063,"label":"first ticket"}
{"line":"return","order":6,"returnNs":581080063,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[1684187,161754120,161773950,570777110]]}
{"line":"return","order":8,"returnNs":581216675,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[1727802,161945804,161948869,572417211]]}
{"line":"return","order":10,"returnNs":581232799,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[1781000,162022919,162026123,574000758]]}
{"line":"return","order":12,"returnNs":581244506,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[1825206,162097349,162100343,574051474]]}
{"line":"return","order":1,"returnNs":581257916,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[29060789,215012028,215018097,574347002]]}
{"line":"return","order":3,"returnNs":581272187,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[29126587,227031435,227049062,574397086]]}
{"line":"return","order":5,"returnNs":581282663,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[29188018,227238592,227243600,574436324]]}
{"line":"return","order":7,"returnNs":581293229,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[29242679,227346262,227350578,574472287]]}
{"line":"return","order":11,"returnNs":581304415,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[29352662,227622942,227627779,574612375]]}
{"line":"return","order":15,"returnNs":581316563,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[29457247,227819924,227823439,574726975]]}
{"line":"return","order":28,"returnNs":651740342,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[2182896,162667624,162676918,637089654]]}
{"line":"return","order":36,"returnNs":651798338,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[17363810,214712604,214730170,646666471]]}
{"line":"return","order":30,"returnNs":651817176,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[2225239,162777908,162781593,646818336]]}
{"line":"return","order":32,"returnNs":651834912,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[2268954,162848923,162851086,646864144]]}
{"line":"return","order":34,"returnNs":651849233,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[17183713,189681339,189697833,646915951]]}
{"line":"return","order":24,"returnNs":651862984,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[2094425,162518744,162521578,646976370]]}
{"line":"return","order":26,"returnNs":651875653,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[2141535,162588797,162594215,647024041]]}
{"line":"return","order":20,"returnNs":651893649,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[2008488,162372577,162375201,647074235]]}
{"line":"return","order":22,"returnNs":651907540,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[2047636,162448239,162451133,647123789]]}
{"line":"return","order":18,"returnNs":651923604,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[1969710,162305668,162310335,647176767]]}
{"line":"return","order":14,"returnNs":651939968,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[1865155,162170177,162172460,647230447]]}
{"line":"return","order":21,"returnNs":751716720,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[29618937,228193869,228197774,744343540]]}
{"line":"return","order":17,"returnNs":751812291,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[29511838,227971218,227975815,744460023]]}
{"line":"return","order":25,"returnNs":751825701,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[29720337,228385192,228389288,744498650]]}
{"line":"return","order":29,"returnNs":751838761,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[29826795,228569646,228573491,744535805]]}
{"line":"return","order":31,"returnNs":751850708,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[29876779,228660791,228665257,744566881]]}
{"line":"return","order":43,"returnNs":751863087,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[30191395,426090530,426093295,745475358]]}
{"line":"return","order":0,"returnNs":809881441,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[1355219,244086147,244106006,794519309]]}
{"line":"return","order":2,"returnNs":809977544,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[1514065,244299703,244305452,806822877]]}
{"line":"return","order":51,"returnNs":863896226,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[30404491,426344196,426346159,846212808]]}
{"line":"return","order":59,"returnNs":864025418,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[30620471,426618082,426620656,846297994]]}
{"line":"return","order":65,"returnNs":864048221,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[30770634,426795796,426798760,846336031]]}
{"line":"return","order":49,"returnNs":864064676,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[30352674,426285029,426287212,846372014]]}
{"line":"return","order":73,"returnNs":864092026,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[30962438,427099296,427104574,846445142]]}
{"line":"return","order":67,"returnNs":864107409,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[30817563,426859420,426861894,846483129]]}
{"line":"return","order":77,"returnNs":864128160,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[31129706,427255067,427257470,846515397]]}
{"line":"return","order":45,"returnNs":864145335,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[30247088,426147976,426150179,846546663]]}
{"line":"return","order":4,"returnNs":864161880,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[1612611,244395886,244400292,847342873]]}
{"line":"return","order":54,"returnNs":919947204,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[17974575,425027084,425028967,913731356]]}
{"line":"return","order":52,"returnNs":919980644,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[17842850,424961186,424963740,913865414]]}
{"line":"return","order":38,"returnNs":958006613,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[17425682,424408657,424419423,913922930]]}
{"line":"return","order":62,"returnNs":958058540,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[18205458,425283744,425287200,952240265]]}
{"line":"return","order":64,"returnNs":958072450,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[18258947,425356012,425358595,952326382]]}
{"line":"seen","atNs":964510804,"region":"us-east-2","seatId":"A12","round":4,"order":1}
{"line":"seen","atNs":964703059,"region":"us-east-2","seatId":"G12","round":4,"order":12}
{"line":"seen","atNs":964802637,"region":"us-east-2","seatId":"E7","round":4,"order":25}
{"line":"seen","atNs":965218083,"region":"us-east-2","seatId":"H11","round":4,"order":10}
{"line":"seen","atNs":965319433,"region":"us-east-2","seatId":"A4","round":4,"order":36}
{"line":"seen","atNs":967451784,"region":"us-east-1","seatId":"H11","round":4,"order":10}
{"line":"return","order":19,"returnNs":977791071,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":1,"trace":[[29567370,228080691,228084176,654178186,"40001 OC000"],[744846716,964510804,null,964525977]]}
{"line":"return","order":23,"returnNs":977826503,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":12,"trace":[[29666257,228292014,228295059,654336501,"40001 OC000"],[744969167,964703059,null,964707876]]}
{"line":"return","order":27,"returnNs":977885851,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":25,"trace":[[29779445,228478691,228482346,654699879,"40001 OC000"],[745028355,964802637,null,964806483]]}
{"line":"return","order":9,"returnNs":977901204,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":10,"trace":[[29300034,227444938,227450026,574576492,"40001 OC000"],[636795418,965218083,null,965222489]]}
{"line":"return","order":13,"returnNs":977913472,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":36,"trace":[[29403888,227724002,227727667,574690741,"40001 OC000"],[636901235,965319433,null,965323719]]}
{"line":"return","order":70,"returnNs":977931829,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[18416701,425541837,425545412,966504690]]}
{"line":"return","order":72,"returnNs":977971378,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[18462799,425604099,425606643,966546362]]}
{"line":"return","order":66,"returnNs":977983235,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[18310894,425418855,425420878,966574934]]}
{"line":"return","order":78,"returnNs":977995424,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[18617649,425780250,425782484,966599821]]}
{"line":"return","order":86,"returnNs":978006860,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[18867990,427433511,427435154,966625890]]}
{"line":"return","order":99,"returnNs":978018638,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[50992590,466693659,466695702,966938183]]}
{"line":"return","order":93,"returnNs":978029945,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[50841086,466496317,466499061,966969369]]}
{"line":"return","order":103,"returnNs":978040170,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[51095603,466810783,466812776,966995778]]}
{"line":"return","order":95,"returnNs":978049794,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[50892772,466557267,466559581,967021316]]}
{"line":"return","order":91,"returnNs":978058767,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[50776550,466428987,466431871,967046964]]}
{"line":"return","order":105,"returnNs":978068612,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[51144936,466886465,466888879,967071410]]}
{"line":"return","order":83,"returnNs":978084546,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[31349732,466015244,466018979,967096457]]}
{"line":"return","order":102,"returnNs":978095081,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[19452336,467342752,467344855,967400528]]}
{"line":"return","order":16,"returnNs":993610451,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":10,"trace":[[1909561,162236756,162241202,574235166,"40001 OC000"],[636662842,967451784,null,967456481]]}
{"line":"return","order":109,"returnNs":993649178,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[51249822,484273940,484282032,992557029]]}
{"line":"return","order":90,"returnNs":993670209,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[18963291,466956068,466957961,992730587]]}
{"line":"return","order":110,"returnNs":993687445,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[28778901,484053764,484056918,992762955]]}
{"line":"return","order":98,"returnNs":993704230,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[19319309,467219649,467222043,992791447]]}
{"line":"seen","atNs":998118233,"region":"us-east-2","seatId":"A1","round":7,"order":31}
{"line":"seen","atNs":1008551459,"region":"us-east-2","seatId":"C10","round":4,"order":3}
{"line":"seen","atNs":1008642764,"region":"us-east-2","seatId":"A11","round":4,"order":5}
{"line":"seen","atNs":1008716053,"region":"us-east-2","seatId":"F2","round":4,"order":28}
{"line":"seen","atNs":1008850512,"region":"us-east-2","seatId":"C5","round":4,"order":34}
{"line":"seen","atNs":1008917051,"region":"us-east-2","seatId":"D9","round":4,"order":8}
{"line":"seen","atNs":1008979483,"region":"us-east-2","seatId":"H10","round":4,"order":21}
{"line":"seen","atNs":1009142635,"region":"us-east-2","seatId":"A8","round":4,"order":22}
{"line":"seen","atNs":1009390282,"region":"us-east-2","seatId":"E1","round":4,"order":2}
{"line":"return","order":39,"returnNs":1010207975,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":31,"trace":[[30085358,425961840,425964984,745289773,"40001 OC000"],[812316781,998118233,null,998129400]]}
{"line":"return","order":41,"returnNs":1010239902,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":10,"trace":[[30139739,426027367,426029590,745437371,"40001 OC000"],[817641665,1008374647,null,1008392844]]}
{"line":"return","order":47,"returnNs":1010252541,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":3,"trace":[[30299405,426224369,426227103,745569718,"40001 OC000"],[817731658,1008551459,null,1008555585]]}
{"line":"return","order":53,"returnNs":1010264508,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":5,"trace":[[30458040,426401491,426403725,745663236,"40001 OC000"],[817783635,1008642764,null,1008646740]]}
{"line":"return","order":55,"returnNs":1010274723,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":28,"trace":[[30507944,426483293,426486578,745725729,"40001 OC000"],[841611157,1008716053,null,1008719458]]}
{"line":"return","order":57,"returnNs":1010284368,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":36,"trace":[[30560572,426557082,426559816,745774932,"40001 OC000"],[844330728,1008787258,null,1008790483]]}
{"line":"return","order":61,"returnNs":1010295074,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":34,"trace":[[30671206,426676509,426679273,745824635,"40001 OC000"],[844397467,1008850512,null,1008853877]]}
{"line":"return","order":63,"returnNs":1010304868,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":8,"trace":[[30723694,426735166,426737540,745869933,"40001 OC000"],[844449124,1008917051,null,1008919775]]}
{"line":"return","order":79,"returnNs":1010315744,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":21,"trace":[[31220661,427310008,427312131,745914719,"40001 OC000"],[844497295,1008979483,null,1008983079]]}
{"line":"return","order":75,"returnNs":1010326420,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":36,"trace":[[31056107,427191282,427194807,745962099,"40001 OC000"],[844540950,1009042487,null,1009045231]]}
{"line":"return","order":71,"returnNs":1010337667,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":22,"trace":[[30908909,426991606,426996033,746027626,"40001 OC000"],[844709139,1009142635,null,1009149175]]}
{"line":"return","order":69,"returnNs":1010347261,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":34,"trace":[[30861949,426919890,426921963,746075077,"40001 OC000"],[844765022,1009249414,null,1009253620]]}
{"line":"return","order":35,"returnNs":1010356705,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":21,"trace":[[29980332,228895689,228900446,746122517,"40001 OC000"],[844805892,1009323814,null,1009327469]]}
{"line":"return","order":37,"returnNs":1010364677,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":2,"trace":[[30033291,229002417,229006964,746162226,"40001 OC000"],[844870468,1009390282,null,1009392626]]}
{"line":"seen","atNs":1044487850,"region":"us-east-2","seatId":"A10","round":4,"order":18}
{"line":"seen","atNs":1044629400,"region":"us-east-2","seatId":"B2","round":4,"order":38}
{"line":"seen","atNs":1044724170,"region":"us-east-2","seatId":"B7","round":4,"order":24}
{"line":"seen","atNs":1046045910,"region":"us-east-1","seatId":"F5","round":4,"order":6}
{"line":"seen","atNs":1046195922,"region":"us-east-1","seatId":"G5","round":4,"order":59}
{"line":"seen","atNs":1046330141,"region":"us-east-1","seatId":"F2","round":4,"order":28}
{"line":"seen","atNs":1046456308,"region":"us-east-1","seatId":"E1","round":4,"order":2}
{"line":"seen","atNs":1046575395,"region":"us-east-1","seatId":"A1","round":7,"order":31}
{"line":"seen","atNs":1046670215,"region":"us-east-1","seatId":"A6","round":4,"order":17}
{"line":"seen","atNs":1046756713,"region":"us-east-1","seatId":"A12","round":4,"order":1}
{"line":"seen","atNs":1046891283,"region":"us-east-1","seatId":"A4","round":4,"order":36}
{"line":"seen","atNs":1046974536,"region":"us-east-1","seatId":"G2","round":4,"order":65}
{"line":"seen","atNs":1047074264,"region":"us-east-2","seatId":"C7","round":4,"order":11}
{"line":"return","order":87,"returnNs":1049238232,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":18,"trace":[[50579117,466279295,466282460,965787307,"40001 OC000"],[996890623,1044487850,null,1044501280]]}
{"line":"return","order":107,"returnNs":1049272463,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":38,"trace":[[51195151,484200070,484203846,966743674,"40001 OC000"],[997060976,1044629400,null,1044634487]]}
{"line":"return","order":111,"returnNs":1049286383,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":24,"trace":[[51298784,484343924,484347269,966788781,"40001 OC000"],[997096659,1044724170,null,1044728116]]}
{"line":"return","order":113,"returnNs":1049299363,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":21,"trace":[[51359564,484413547,484416371,966833417,"40001 OC000"],[997128506,1044797779,null,1044801635]]}
{"line":"return","order":85,"returnNs":1049309528,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":12,"trace":[[31398014,466197354,466202231,965837261,"40001 OC000"],[996935650,1044864659,null,1044867142]]}
{"line":"return","order":33,"returnNs":1049321906,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":3,"trace":[[29924840,228759507,228765806,846649025,"40001 OC000"],[960182128,1044930396,null,1044933731]]}
{"line":"return","order":81,"returnNs":1049334495,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":2,"trace":[[31295262,465887114,465896638,965126427,"40001 OC000"],[993020036,1045006629,null,1045008822]]}
{"line":"return","order":97,"returnNs":1049346322,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":36,"trace":[[50945571,466631097,466633751,965689642,"40001 OC000"],[996033963,1045070003,null,1045072787]]}
{"line":"return","order":101,"returnNs":1049359071,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":8,"trace":[[51045569,466755040,466757013,965630464,"40001 OC000"],[995657525,1045142260,null,1045145335]]}
{"line":"return","order":76,"returnNs":1049546429,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":6,"trace":[[18567044,425723156,425726301,845399883,"40001 OC000"],[959616890,1046045910,null,1046054753]]}
{"line":"return","order":88,"returnNs":1049559849,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":59,"trace":[[18915540,465568952,465582022,845690554,"40001 OC000"],[960099796,1046195922,null,1046203333]]}
{"line":"return","order":40,"returnNs":1049571095,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":28,"trace":[[17479672,424536156,424541094,847255373,"40001 OC000"],[963998114,1046330141,null,1046337712]]}
{"line":"return","order":44,"returnNs":1049581210,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":2,"trace":[[17601552,424684216,424686709,847307861,"40001 OC000"],[964061478,1046456308,null,1046463218]]}
{"line":"return","order":60,"returnNs":1049590704,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":31,"trace":[[18148133,425219910,425221592,846917953,"40001 OC000"],[960962204,1046575395,null,1046578299]]}
{"line":"return","order":100,"returnNs":1049603493,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":17,"trace":[[19397435,467280159,467282252,845895768,"40001 OC000"],[960140256,1046670215,null,1046675082]]}
{"line":"return","order":48,"returnNs":1049613939,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":1,"trace":[[17711746,424827488,424830342,846860218,"40001 OC000"],[960925630,1046756713,null,1046760619]]}
{"line":"return","order":46,"returnNs":1049621810,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":17,"trace":[[17653479,424754270,424756303,847137639,"40001 OC000"],[961057395,1046825936,null,1046829321]]}
{"line":"return","order":42,"returnNs":1049629292,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":36,"trace":[[17535705,424618749,424621953,847197538,"40001 OC000"],[963910124,1046891283,null,1046894377]]}
{"line":"return","order":50,"returnNs":1049638405,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":65,"trace":[[17784283,424892134,424894427,847069658,"40001 OC000"],[960998257,1046974536,null,1046979894]]}
{"line":"return","order":89,"returnNs":1049647028,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":11,"trace":[[50705515,466357171,466359815,965739526,"40001 OC000"],[996817655,1047074264,null,1047080123]]}
{"line":"return","order":117,"returnNs":1049657283,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":1,"trace":[[71789850,484554055,484556679,966875540,"40001 OC000"],[997160403,1047175314,null,1047179700]]}
{"line":"seen","atNs":1057879371,"region":"us-east-1","seatId":"B7","round":4,"order":24}
{"line":"return","order":56,"returnNs":1058375447,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":24,"trace":[[18045671,425091089,425093212,846724647,"40001 OC000"],[960808045,1057879371,null,1057899691]]}
{"line":"return","order":58,"returnNs":1059962700,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":2,"trace":[[18096196,425160762,425162855,846779778,"40001 OC000"],[960886852,1059763164,null,1059774450]]}
{"line":"seen","atNs":1060278778,"region":"us-east-1","seatId":"F3","round":4,"order":32}
{"line":"return","order":74,"returnNs":1060443132,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":32,"trace":[[18515087,425665400,425668415,845467113,"40001 OC000"],[959882353,1060278778,null,1060286720]]}
{"line":"seen","atNs":1060595588,"region":"us-east-1","seatId":"C5","round":4,"order":34}
{"line":"seen","atNs":1061433510,"region":"us-east-1","seatId":"D10","round":4,"order":51}
{"line":"return","order":84,"returnNs":1062148229,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":34,"trace":[[18815472,427372080,427374424,845637405,"40001 OC000"],[960056471,1060595588,null,1060601827]]}
{"line":"return","order":68,"returnNs":1062178895,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":1,"trace":[[18366556,425479665,425482149,845277492,"40001 OC000"],[952526679,1061263478,null,1061269707]]}
{"line":"return","order":80,"returnNs":1062191794,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":34,"trace":[[18665820,425842292,425844185,845525339,"40001 OC000"],[959939258,1061361363,null,1061364518]]}
{"line":"return","order":82,"returnNs":1062882788,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":51,"trace":[[18757506,425897204,425899387,845580110,"40001 OC000"],[959990193,1061433510,null,1061436384]]}
{"line":"return","order":119,"returnNs":1064119952,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":2,"trace":[[72154240,484627985,484631400,967156606,"40001 OC000"],[997234413,1063026291,null,1063032440]]}
{"line":"return","order":108,"returnNs":1064451614,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":34,"trace":[[28721947,483957100,483962508,967333699,"40001 OC000"],[997425777,1064192920,null,1064198128]]}
{"line":"seen","atNs":1064518263,"region":"us-east-1","seatId":"G9","round":4,"order":103}
{"line":"return","order":118,"returnNs":1068058450,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":103,"trace":[[29006639,484860950,484866488,992641164,"40001 OC000"],[997550281,1064518263,null,1064523550]]}
{"line":"return","order":96,"returnNs":1068086943,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":103,"trace":[[19227422,467157888,467161112,967376633,"40001 OC000"],[997475801,1067233768,null,1067328248]]}
{"line":"seen","atNs":1068164628,"region":"us-east-1","seatId":"H6","round":4,"order":64}
{"line":"return","order":92,"returnNs":1071631577,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":64,"trace":[[19036479,467022397,467025091,967205569,"40001 OC000"],[997270116,1068164628,null,1068171498]]}
{"line":"return","order":94,"returnNs":1071659058,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":34,"trace":[[19127564,467089416,467091960,966694261,"40001 OC000"],[997020305,1071026851,null,1071038668]]}
{"line":"return","order":104,"returnNs":1071673089,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":51,"trace":[[28570222,467401248,467403612,966475206,"40001 OC000"],[996980777,1071178836,null,1071182692]]}
{"line":"return","order":112,"returnNs":1071685317,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":65,"trace":[[28831549,484124088,484126301,967291787,"40001 OC000"],[997385357,1071261829,null,1071264844]]}
{"line":"seen","atNs":1073128486,"region":"us-east-2","seatId":"E11","round":4,"order":93}
{"line":"seen","atNs":1073517423,"region":"us-east-1","seatId":"C10","round":4,"order":3}
{"line":"return","order":115,"returnNs":1073637070,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":93,"trace":[[51408897,484475048,484477762,966915789,"40001 OC000"],[997195445,1073128486,null,1073136919]]}
{"line":"return","order":114,"returnNs":1074186274,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":3,"trace":[[28904287,484706591,484709255,992703386,"40001 OC000"],[997590751,1073517423,null,1073523652]]}
{"line":"return","order":106,"returnNs":1074934764,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":34,"trace":[[28652204,483620772,483637516,967250786,"40001 OC000"],[997320100,1074065926,null,1074069882]]}
{"line":"marker","atNs":1074954383,"label":"last answer"}
{"line":"return","order":116,"returnNs":1074954383,"outcome":"REJECTED","reason":"SEAT_TAKEN","read":"SOLD","holder":51,"trace":[[28952859,484787281,484792629,992496740,"40001 OC000"],[997515179,1074273473,null,1074279282]]}
{"line":"ledger","sales":60,"converged":true,"unreachable":[]}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-102","seatId":"D12","round":4,"buyer":"Kai 3","region":"us-east-1","attempts":1,"soldAtMs":1795665075285}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-32","seatId":"F3","round":4,"buyer":"Yan","region":"us-east-1","attempts":1,"soldAtMs":1795665074955}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-26","seatId":"G1","round":4,"buyer":"Vic","region":"us-east-1","attempts":1,"soldAtMs":1795665074955}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-110","seatId":"B4","round":4,"buyer":"Paz 3","region":"us-east-1","attempts":1,"soldAtMs":1795665075285}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-30","seatId":"E10","round":4,"buyer":"Xia","region":"us-east-1","attempts":1,"soldAtMs":1795665074955}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-0","seatId":"F4","round":4,"buyer":"Gia","region":"us-east-1","attempts":1,"soldAtMs":1795665075195}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-83","seatId":"F12","round":4,"buyer":"Tam 2","region":"us-east-2","attempts":1,"soldAtMs":1795665075316}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-98","seatId":"C1","round":4,"buyer":"Sam 3","region":"us-east-1","attempts":1,"soldAtMs":1795665075285}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-14","seatId":"G3","round":4,"buyer":"Luz","region":"us-east-1","attempts":1,"soldAtMs":1795665074955}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-90","seatId":"C8","round":4,"buyer":"Sol 2","region":"us-east-1","attempts":1,"soldAtMs":1795665075285}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-109","seatId":"F1","round":4,"buyer":"Oto 3","region":"us-east-2","attempts":1,"soldAtMs":1795665075345}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-3","seatId":"C10","round":4,"buyer":"Rex","region":"us-east-2","attempts":1,"soldAtMs":1795665075051}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-8","seatId":"D9","round":4,"buyer":"Pia","region":"us-east-1","attempts":1,"soldAtMs":1795665074954}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-28","seatId":"F2","round":4,"buyer":"Zoe","region":"us-east-1","attempts":1,"soldAtMs":1795665074955}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-22","seatId":"A8","round":4,"buyer":"Cleo","region":"us-east-1","attempts":1,"soldAtMs":1795665074955}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-15","seatId":"D5","round":4,"buyer":"Wen","region":"us-east-2","attempts":1,"soldAtMs":1795665075052}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-43","seatId":"E9","round":4,"buyer":"Jack","region":"us-east-2","attempts":1,"soldAtMs":1795665075251}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-5","seatId":"A11","round":4,"buyer":"Kim","region":"us-east-2","attempts":1,"soldAtMs":1795665075051}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-11","seatId":"C7","round":4,"buyer":"Ema","region":"us-east-2","attempts":1,"soldAtMs":1795665075052}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-34","seatId":"C5","round":4,"buyer":"Gus","region":"us-east-1","attempts":1,"soldAtMs":1795665075051}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-51","seatId":"D10","round":4,"buyer":"Kim 2","region":"us-east-2","attempts":1,"soldAtMs":1795665075251}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-4","seatId":"D2","round":4,"buyer":"Dov","region":"us-east-1","attempts":1,"soldAtMs":1795665075195}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-65","seatId":"G2","round":4,"buyer":"Uma 2","region":"us-east-2","attempts":1,"soldAtMs":1795665075252}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-6","seatId":"F5","round":4,"buyer":"Sam","region":"us-east-1","attempts":1,"soldAtMs":1795665074954}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-49","seatId":"D11","round":4,"buyer":"Rex 2","region":"us-east-2","attempts":1,"soldAtMs":1795665075251}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-20","seatId":"G11","round":4,"buyer":"Max","region":"us-east-1","attempts":1,"soldAtMs":1795665074955}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-59","seatId":"G5","round":4,"buyer":"Quin 2","region":"us-east-2","attempts":1,"soldAtMs":1795665075252}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-67","seatId":"C12","round":4,"buyer":"Dee 2","region":"us-east-2","attempts":1,"soldAtMs":1795665075252}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-10","seatId":"H11","round":4,"buyer":"Kai","region":"us-east-1","attempts":1,"soldAtMs":1795665074954}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-73","seatId":"D4","round":4,"buyer":"Ana 2","region":"us-east-2","attempts":1,"soldAtMs":1795665075252}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-2","seatId":"E1","round":4,"buyer":"Ugo","region":"us-east-1","attempts":1,"soldAtMs":1795665075195}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-45","seatId":"B8","round":4,"buyer":"Hugo","region":"us-east-2","attempts":1,"soldAtMs":1795665075251}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-12","seatId":"G12","round":4,"buyer":"Eli","region":"us-east-1","attempts":1,"soldAtMs":1795665074955}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-21","seatId":"H10","round":4,"buyer":"Dee","region":"us-east-2","attempts":1,"soldAtMs":1795665075052}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-77","seatId":"F7","round":4,"buyer":"Noa 2","region":"us-east-2","attempts":1,"soldAtMs":1795665075252}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-54","seatId":"C6","round":4,"buyer":"Pia 2","region":"us-east-1","attempts":1,"soldAtMs":1795665075250}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-1","seatId":"A12","round":4,"buyer":"Hana","region":"us-east-2","attempts":1,"soldAtMs":1795665075051}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-52","seatId":"E6","round":4,"buyer":"Sam 2","region":"us-east-1","attempts":1,"soldAtMs":1795665075250}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-38","seatId":"B2","round":4,"buyer":"Jun","region":"us-east-1","attempts":1,"soldAtMs":1795665075247}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-62","seatId":"B6","round":4,"buyer":"Ivo 2","region":"us-east-1","attempts":1,"soldAtMs":1795665075251}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-25","seatId":"E7","round":4,"buyer":"Ola","region":"us-east-2","attempts":1,"soldAtMs":1795665075052}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-64","seatId":"H6","round":4,"buyer":"Paz 2","region":"us-east-1","attempts":1,"soldAtMs":1795665075251}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-29","seatId":"F9","round":4,"buyer":"Ben","region":"us-east-2","attempts":1,"soldAtMs":1795665075134}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-70","seatId":"C11","round":4,"buyer":"Fay 2","region":"us-east-1","attempts":1,"soldAtMs":1795665075251}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-66","seatId":"H8","round":4,"buyer":"Max 2","region":"us-east-1","attempts":1,"soldAtMs":1795665075251}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-17","seatId":"A6","round":4,"buyer":"Oto","region":"us-east-2","attempts":1,"soldAtMs":1795665075052}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-31","seatId":"A1","round":7,"buyer":"Noa","region":"us-east-2","attempts":1,"soldAtMs":1795665075134}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-72","seatId":"D3","round":4,"buyer":"Vic 2","region":"us-east-1","attempts":1,"soldAtMs":1795665075251}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-78","seatId":"H4","round":4,"buyer":"Yan 2","region":"us-east-1","attempts":1,"soldAtMs":1795665075251}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-7","seatId":"B12","round":4,"buyer":"Ada","region":"us-east-2","attempts":1,"soldAtMs":1795665075051}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-86","seatId":"C9","round":4,"buyer":"Nico 2","region":"us-east-1","attempts":1,"soldAtMs":1795665075252}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-18","seatId":"A10","round":4,"buyer":"Paz","region":"us-east-1","attempts":1,"soldAtMs":1795665074955}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-91","seatId":"E3","round":4,"buyer":"Hugo 2","region":"us-east-2","attempts":1,"soldAtMs":1795665075313}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-36","seatId":"A4","round":4,"buyer":"Finn","region":"us-east-1","attempts":1,"soldAtMs":1795665075051}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-105","seatId":"G4","round":4,"buyer":"Quin 3","region":"us-east-2","attempts":1,"soldAtMs":1795665075316}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-95","seatId":"F6","round":4,"buyer":"Rex 3","region":"us-east-2","attempts":1,"soldAtMs":1795665075316}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-103","seatId":"G9","round":4,"buyer":"Ema 3","region":"us-east-2","attempts":1,"soldAtMs":1795665075313}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-99","seatId":"E12","round":4,"buyer":"Ada 3","region":"us-east-2","attempts":1,"soldAtMs":1795665075313}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-24","seatId":"B7","round":4,"buyer":"Fay","region":"us-east-1","attempts":1,"soldAtMs":1795665074955}
{"line":"sale","id":"burst-dsql-mwx0mem3-9-93","seatId":"E11","round":4,"buyer":"Hana 3","region":"us-east-2","attempts":1,"soldAtMs":1795665075313}
{"line":"table","region":"us-east-1","rest":"AVAILABLE","rows":[["A1",7,"SOLD","Noa","burst-dsql-mwx0mem3-9-31","us-east-2"],["A4",4,"SOLD","Finn","burst-dsql-mwx0mem3-9-36","us-east-1"],["A6",4,"SOLD","Oto","burst-dsql-mwx0mem3-9-17","us-east-2"],["A8",4,"SOLD","Cleo","burst-dsql-mwx0mem3-9-22","us-east-1"],["A10",4,"SOLD","Paz","burst-dsql-mwx0mem3-9-18","us-east-1"],["A11",4,"SOLD","Kim","burst-dsql-mwx0mem3-9-5","us-east-2"],["A12",4,"SOLD","Hana","burst-dsql-mwx0mem3-9-1","us-east-2"],["B2",4,"SOLD","Jun","burst-dsql-mwx0mem3-9-38","us-east-1"],["B4",4,"SOLD","Paz 3","burst-dsql-mwx0mem3-9-110","us-east-1"],["B6",4,"SOLD","Ivo 2","burst-dsql-mwx0mem3-9-62","us-east-1"],["B7",4,"SOLD","Fay","burst-dsql-mwx0mem3-9-24","us-east-1"],["B8",4,"SOLD","Hugo","burst-dsql-mwx0mem3-9-45","us-east-2"],["B12",4,"SOLD","Ada","burst-dsql-mwx0mem3-9-7","us-east-2"],["C1",4,"SOLD","Sam 3","burst-dsql-mwx0mem3-9-98","us-east-1"],["C5",4,"SOLD","Gus","burst-dsql-mwx0mem3-9-34","us-east-1"],["C6",4,"SOLD","Pia 2","burst-dsql-mwx0mem3-9-54","us-east-1"],["C7",4,"SOLD","Ema","burst-dsql-mwx0mem3-9-11","us-east-2"],["C8",4,"SOLD","Sol 2","burst-dsql-mwx0mem3-9-90","us-east-1"],["C9",4,"SOLD","Nico 2","burst-dsql-mwx0mem3-9-86","us-east-1"],["C10",4,"SOLD","Rex","burst-dsql-mwx0mem3-9-3","us-east-2"],["C11",4,"SOLD","Fay 2","burst-dsql-mwx0mem3-9-70","us-east-1"],["C12",4,"SOLD","Dee 2","burst-dsql-mwx0mem3-9-67","us-east-2"],["D2",4,"SOLD","Dov","burst-dsql-mwx0mem3-9-4","us-east-1"],["D3",4,"SOLD","Vic 2","burst-dsql-mwx0mem3-9-72","us-east-1"],["D4",4,"SOLD","Ana 2","burst-dsql-mwx0mem3-9-73","us-east-2"],["D5",4,"SOLD","Wen","burst-dsql-mwx0mem3-9-15","us-east-2"],["D9",4,"SOLD","Pia","burst-dsql-mwx0mem3-9-8","us-east-1"],["D10",4,"SOLD","Kim 2","burst-dsql-mwx0mem3-9-51","us-east-2"],["D11",4,"SOLD","Rex 2","burst-dsql-mwx0mem3-9-49","us-east-2"],["D12",4,"SOLD","Kai 3","burst-dsql-mwx0mem3-9-102","us-east-1"],["E1",4,"SOLD","Ugo","burst-dsql-mwx0mem3-9-2","us-east-1"],["E3",4,"SOLD","Hugo 2","burst-dsql-mwx0mem3-9-91","us-east-2"],["E6",4,"SOLD","Sam 2","burst-dsql-mwx0mem3-9-52","us-east-1"],["E7",4,"SOLD","Ola","burst-dsql-mwx0mem3-9-25","us-east-2"],["E9",4,"SOLD","Jack","burst-dsql-mwx0mem3-9-43","us-east-2"],["E10",4,"SOLD","Xia","burst-dsql-mwx0mem3-9-30","us-east-1"],["E11",4,"SOLD","Hana 3","burst-dsql-mwx0mem3-9-93","us-east-2"],["E12",4,"SOLD","Ada 3","burst-dsql-mwx0mem3-9-99","us-east-2"],["F1",4,"SOLD","Oto 3","burst-dsql-mwx0mem3-9-109","us-east-2"],["F2",4,"SOLD","Zoe","burst-dsql-mwx0mem3-9-28","us-east-1"],["F3",4,"SOLD","Yan","burst-dsql-mwx0mem3-9-32","us-east-1"],["F4",4,"SOLD","Gia","burst-dsql-mwx0mem3-9-0","us-east-1"],["F5",4,"SOLD","Sam","burst-dsql-mwx0mem3-9-6","us-east-1"],["F6",4,"SOLD","Rex 3","burst-dsql-mwx0mem3-9-95","us-east-2"],["F7",4,"SOLD","Noa 2","burst-dsql-mwx0mem3-9-77","us-east-2"],["F9",4,"SOLD","Ben","burst-dsql-mwx0mem3-9-29","us-east-2"],["F12",4,"SOLD","Tam 2","burst-dsql-mwx0mem3-9-83","us-east-2"],["G1",4,"SOLD","Vic","burst-dsql-mwx0mem3-9-26","us-east-1"],["G2",4,"SOLD","Uma 2","burst-dsql-mwx0mem3-9-65","us-east-2"],["G3",4,"SOLD","Luz","burst-dsql-mwx0mem3-9-14","us-east-1"],["G4",4,"SOLD","Quin 3","burst-dsql-mwx0mem3-9-105","us-east-2"],["G5",4,"SOLD","Quin 2","burst-dsql-mwx0mem3-9-59","us-east-2"],["G9",4,"SOLD","Ema 3","burst-dsql-mwx0mem3-9-103","us-east-2"],["G11",4,"SOLD","Max","burst-dsql-mwx0mem3-9-20","us-east-1"],["G12",4,"SOLD","Eli","burst-dsql-mwx0mem3-9-12","us-east-1"],["H4",4,"SOLD","Yan 2","burst-dsql-mwx0mem3-9-78","us-east-1"],["H6",4,"SOLD","Paz 2","burst-dsql-mwx0mem3-9-64","us-east-1"],["H8",4,"SOLD","Max 2","burst-dsql-mwx0mem3-9-66","us-east-1"],["H10",4,"SOLD","Dee","burst-dsql-mwx0mem3-9-21","us-east-2"],["H11",4,"SOLD","Kai","burst-dsql-mwx0mem3-9-10","us-east-1"]]}
{"line":"table","region":"us-east-2","rest":"AVAILABLE","rows":[["A1",7,"SOLD","Noa","burst-dsql-mwx0mem3-9-31","us-east-2"],["A4",4,"SOLD","Finn","burst-dsql-mwx0mem3-9-36","us-east-1"],["A6",4,"SOLD","Oto","burst-dsql-mwx0mem3-9-17","us-east-2"],["A8",4,"SOLD","Cleo","burst-dsql-mwx0mem3-9-22","us-east-1"],["A10",4,"SOLD","Paz","burst-dsql-mwx0mem3-9-18","us-east-1"],["A11",4,"SOLD","Kim","burst-dsql-mwx0mem3-9-5","us-east-2"],["A12",4,"SOLD","Hana","burst-dsql-mwx0mem3-9-1","us-east-2"],["B2",4,"SOLD","Jun","burst-dsql-mwx0mem3-9-38","us-east-1"],["B4",4,"SOLD","Paz 3","burst-dsql-mwx0mem3-9-110","us-east-1"],["B6",4,"SOLD","Ivo 2","burst-dsql-mwx0mem3-9-62","us-east-1"],["B7",4,"SOLD","Fay","burst-dsql-mwx0mem3-9-24","us-east-1"],["B8",4,"SOLD","Hugo","burst-dsql-mwx0mem3-9-45","us-east-2"],["B12",4,"SOLD","Ada","burst-dsql-mwx0mem3-9-7","us-east-2"],["C1",4,"SOLD","Sam 3","burst-dsql-mwx0mem3-9-98","us-east-1"],["C5",4,"SOLD","Gus","burst-dsql-mwx0mem3-9-34","us-east-1"],["C6",4,"SOLD","Pia 2","burst-dsql-mwx0mem3-9-54","us-east-1"],["C7",4,"SOLD","Ema","burst-dsql-mwx0mem3-9-11","us-east-2"],["C8",4,"SOLD","Sol 2","burst-dsql-mwx0mem3-9-90","us-east-1"],["C9",4,"SOLD","Nico 2","burst-dsql-mwx0mem3-9-86","us-east-1"],["C10",4,"SOLD","Rex","burst-dsql-mwx0mem3-9-3","us-east-2"],["C11",4,"SOLD","Fay 2","burst-dsql-mwx0mem3-9-70","us-east-1"],["C12",4,"SOLD","Dee 2","burst-dsql-mwx0mem3-9-67","us-east-2"],["D2",4,"SOLD","Dov","burst-dsql-mwx0mem3-9-4","us-east-1"],["D3",4,"SOLD","Vic 2","burst-dsql-mwx0mem3-9-72","us-east-1"],["D4",4,"SOLD","Ana 2","burst-dsql-mwx0mem3-9-73","us-east-2"],["D5",4,"SOLD","Wen","burst-dsql-mwx0mem3-9-15","us-east-2"],["D9",4,"SOLD","Pia","burst-dsql-mwx0mem3-9-8","us-east-1"],["D10",4,"SOLD","Kim 2","burst-dsql-mwx0mem3-9-51","us-east-2"],["D11",4,"SOLD","Rex 2","burst-dsql-mwx0mem3-9-49","us-east-2"],["D12",4,"SOLD","Kai 3","burst-dsql-mwx0mem3-9-102","us-east-1"],["E1",4,"SOLD","Ugo","burst-dsql-mwx0mem3-9-2","us-east-1"],["E3",4,"SOLD","Hugo 2","burst-dsql-mwx0mem3-9-91","us-east-2"],["E6",4,"SOLD","Sam 2","burst-dsql-mwx0mem3-9-52","us-east-1"],["E7",4,"SOLD","Ola","burst-dsql-mwx0mem3-9-25","us-east-2"],["E9",4,"SOLD","Jack","burst-dsql-mwx0mem3-9-43","us-east-2"],["E10",4,"SOLD","Xia","burst-dsql-mwx0mem3-9-30","us-east-1"],["E11",4,"SOLD","Hana 3","burst-dsql-mwx0mem3-9-93","us-east-2"],["E12",4,"SOLD","Ada 3","burst-dsql-mwx0mem3-9-99","us-east-2"],["F1",4,"SOLD","Oto 3","burst-dsql-mwx0mem3-9-109","us-east-2"],["F2",4,"SOLD","Zoe","burst-dsql-mwx0mem3-9-28","us-east-1"],["F3",4,"SOLD","Yan","burst-dsql-mwx0mem3-9-32","us-east-1"],["F4",4,"SOLD","Gia","burst-dsql-mwx0mem3-9-0","us-east-1"],["F5",4,"SOLD","Sam","burst-dsql-mwx0mem3-9-6","us-east-1"],["F6",4,"SOLD","Rex 3","burst-dsql-mwx0mem3-9-95","us-east-2"],["F7",4,"SOLD","Noa 2","burst-dsql-mwx0mem3-9-77","us-east-2"],["F9",4,"SOLD","Ben","burst-dsql-mwx0mem3-9-29","us-east-2"],["F12",4,"SOLD","Tam 2","burst-dsql-mwx0mem3-9-83","us-east-2"],["G1",4,"SOLD","Vic","burst-dsql-mwx0mem3-9-26","us-east-1"],["G2",4,"SOLD","Uma 2","burst-dsql-mwx0mem3-9-65","us-east-2"],["G3",4,"SOLD","Luz","burst-dsql-mwx0mem3-9-14","us-east-1"],["G4",4,"SOLD","Quin 3","burst-dsql-mwx0mem3-9-105","us-east-2"],["G5",4,"SOLD","Quin 2","burst-dsql-mwx0mem3-9-59","us-east-2"],["G9",4,"SOLD","Ema 3","burst-dsql-mwx0mem3-9-103","us-east-2"],["G11",4,"SOLD","Max","burst-dsql-mwx0mem3-9-20","us-east-1"],["G12",4,"SOLD","Eli","burst-dsql-mwx0mem3-9-12","us-east-1"],["H4",4,"SOLD","Yan 2","burst-dsql-mwx0mem3-9-78","us-east-1"],["H6",4,"SOLD","Paz 2","burst-dsql-mwx0mem3-9-64","us-east-1"],["H8",4,"SOLD","Max 2","burst-dsql-mwx0mem3-9-66","us-east-1"],["H10",4,"SOLD","Dee","burst-dsql-mwx0mem3-9-21","us-east-2"],["H11",4,"SOLD","Kai","burst-dsql-mwx0mem3-9-10","us-east-1"]]}
{"line":"end","lines":345}
{"format":"worldseat-history","version":1,"sha256":"e3307d85686ed971f1c13c78cbab04dc0d9e34b697a6a850327f9d5e02f04d64","burst":{"id":"dynamodb-mwx0mex2-10","scenario":"ON_SALE","strategy":"NAIVE","seed":114925447,"buyers":120,"seatId":null,"round":6,"startedAt":"2026-11-26T03:51:14.709Z"},"engine":{"id":"dynamodb","name":"DynamoDB Global Tables","consistency":"eventual, last writer wins","deployment":"EMBEDDED","components":"dynalite behind 2 Region fronts, 80 ± 20 ms apart","regions":["us-east-1","us-east-2"]},"settings":{"connectionsPerRegion":64,"lagMs":203.01186900000903},"software":{"worldseat":"0.1.0","node":"v20.20.2"},"venue":"hall","rule":null}
{"line":"scope","seats":[[7,["A1"]],[4,[["A",2,12],["B",1,12],["C",1,12],["D",1,12],["E",1,12],["F",1,12],["G",1,12],["H",1,12]]]]}
{"line":"call","order":0,"id":"burst-dynamodb-mwx0mex2-10-0","seatId":"F4","buyer":"Gia","region":"us-east-1","intendedNs":0,"callNs":167449}
{"line":"call","order":2,"id":"burst-dynamodb-mwx0mex2-10-2","seatId":"E1","buyer":"Ugo","region":"us-east-1","intendedNs":0,"callNs":239836}
{"line":"call","order":4,"id":"burst-dynamodb-mwx0mex2-10-4","seatId":"D2","buyer":"Dov","region":"us-east-1","intendedNs":0,"callNs":245424}
{"line":"call","order":6,"id":"burst-dynamodb-mwx0mex2-10-6","seatId":"F5","buyer":"Sam","region":"us-east-1","intendedNs":0,"callNs":250181}
{"line":"call","order":8,"id":"burst-dynamodb-mwx0mex2-10-8","seatId":"D9","buyer":"Pia","region":"us-east-1","intendedNs":0,"callNs":254968}
{"line":"call","order":10,"id":"burst-dynamodb-mwx0mex2-10-10","seatId":"H11","buyer":"Kai","region":"us-east-1","intendedNs":0,"callNs":259144}
{"line":"call","order":12,"id":"burst-dynamodb-mwx0mex2-10-12","seatId":"G12","buyer":"Eli","region":"us-east-1","intendedNs":0,"callNs":263601}
{"line":"call","order":14,"id":"burst-dynamodb-mwx0mex2-10-14","seatId":"G3","buyer":"Luz","region":"us-east-1","intendedNs":0,"callNs":268048}
{"line":"call","order":16,"id":"burst-dynamodb-mwx0mex2-10-16","seatId":"H11","buyer":"Ivo","region":"us-east-1","intendedNs":0,"callNs":271693}
{"line":"call","order":18,"id":"burst-dynamodb-mwx0mex2-10-18","seatId":"A10","buyer":"Paz","region":"us-east-1","intendedNs":0,"callNs":275419}
{"line":"call","order":20,"id":"burst-dynamodb-mwx0mex2-10-20","seatId":"G11","buyer":"Max","region":"us-east-1","intendedNs":0,"callNs":279204}
{"line":"call","order":22,"id":"burst-dynamodb-mwx0mex2-10-22","seatId":"A8","buyer":"Cleo","region":"us-east-1","intendedNs":0,"callNs":283150}
{"line":"call","order":24,"id":"burst-dynamodb-mwx0mex2-10-24","seatId":"B7","buyer":"Fay","region":"us-east-1","intendedNs":0,"callNs":287256}
{"line":"call","order":26,"id":"burst-dynamodb-mwx0mex2-10-26","seatId":"G1","buyer":"Vic","region":"us-east-1","intendedNs":0,"callNs":291062}
{"line":"call","order":28,"id":"burst-dynamodb-mwx0mex2-10-28","seatId":"F2","buyer":"Zoe","region":"us-east-1","intendedNs":0,"callNs":294948}
{"line":"call","order":30,"id":"burst-dynamodb-mwx0mex2-10-30","seatId":"E10","buyer":"Xia","region":"us-east-1","intendedNs":0,"callNs":298693}
{"line":"call","order":32,"id":"burst-dynamodb-mwx0mex2-10-32","seatId":"F3","buyer":"Yan","region":"us-east-1","intendedNs":0,"callNs":308107}
{"line":"call","order":34,"id":"burst-dynamodb-mwx0mex2-10-34","seatId":"C5","buyer":"Gus","region":"us-east-1","intendedNs":0,"callNs":313976}
{"line":"call","order":36,"id":"burst-dynamodb-mwx0mex2-10-36","seatId":"A4","buyer":"Finn","region":"us-east-1","intendedNs":0,"callNs":317481}
{"line":"call","order":38,"id":"burst-dynamodb-mwx0mex2-10-38","seatId":"B2","buyer":"Jun","region":"us-east-1","intendedNs":0,"callNs":325943}
{"line":"call","order":40,"id":"burst-dynamodb-mwx0mex2-10-40","seatId":"F2","buyer":"Nico","region":"us-east-1","intendedNs":0,"callNs":332443}
{"line":"call","order":42,"id":"burst-dynamodb-mwx0mex2-10-42","seatId":"A4","buyer":"Mia","region":"us-east-1","intendedNs":0,"callNs":339443}
{"line":"call","order":44,"id":"burst-dynamodb-mwx0mex2-10-44","seatId":"E1","buyer":"Sol","region":"us-east-1","intendedNs":0,"callNs":343419}
{"line":"call","order":46,"id":"burst-dynamodb-mwx0mex2-10-46","seatId":"A6","buyer":"Gia 2","region":"us-east-1","intendedNs":0,"callNs":347215}
{"line":"call","order":48,"id":"burst-dynamodb-mwx0mex2-10-48","seatId":"A12","buyer":"Ugo 2","region":"us-east-1","intendedNs":0,"callNs":351411}
{"line":"call","order":50,"id":"burst-dynamodb-mwx0mex2-10-50","seatId":"G2","buyer":"Dov 2","region":"us-east-1","intendedNs":0,"callNs":355898}
{"line":"call","order":52,"id":"burst-dynamodb-mwx0mex2-10-52","seatId":"E6","buyer":"Sam 2","region":"us-east-1","intendedNs":0,"callNs":360244}
{"line":"call","order":54,"id":"burst-dynamodb-mwx0mex2-10-54","seatId":"C6","buyer":"Pia 2","region":"us-east-1","intendedNs":0,"callNs":364481}
{"line":"call","order":56,"id":"burst-dynamodb-mwx0mex2-10-56","seatId":"B7","buyer":"Kai 2","region":"us-east-1","intendedNs":0,"callNs":368567}
{"line":"call","order":58,"id":"burst-dynamodb-mwx0mex2-10-58","seatId":"E1","buyer":"Eli 2","region":"us-east-1","intendedNs":0,"callNs":372693}
{"line":"call","order":60,"id":"burst-dynamodb-mwx0mex2-10-60","seatId":"A1","buyer":"Luz 2","region":"us-east-1","intendedNs":0,"callNs":377720}
{"line":"call","order":62,"id":"burst-dynamodb-mwx0mex2-10-62","seatId":"B6","buyer":"Ivo 2","region":"us-east-1","intendedNs":0,"callNs":382367}
{"line":"call","order":64,"id":"burst-dynamodb-mwx0mex2-10-64","seatId":"H6","buyer":"Paz 2","region":"us-east-1","intendedNs":0,"callNs":387124}
{"line":"call","order":66,"id":"burst-dynamodb-mwx0mex2-10-66","seatId":"H8","buyer":"Max 2","region":"us-east-1","intendedNs":0,"callNs":390669}
{"line":"call","order":68,"id":"burst-dynamodb-mwx0mex2-10-68","seatId":"A12","buyer":"Cleo 2","region":"us-east-1","intendedNs":0,"callNs":394315}
{"line":"call","order":70,"id":"burst-dynamodb-mwx0mex2-10-70","seatId":"C11","buyer":"Fay 2","region":"us-east-1","intendedNs":0,"callNs":398271}
{"line":"call","order":72,"id":"burst-dynamodb-mwx0mex2-10-72","seatId":"D3","buyer":"Vic 2","region":"us-east-1","intendedNs":0,"callNs":402337}
{"line":"call","order":74,"id":"burst-dynamodb-mwx0mex2-10-74","seatId":"F3","buyer":"Zoe 2","region":"us-east-1","intendedNs":0,"callNs":406343}
{"line":"call","order":76,"id":"burst-dynamodb-mwx0mex2-10-76","seatId":"F5","buyer":"Xia 2","region":"us-east-1","intendedNs":0,"callNs":410479}
{"line":"call","order":78,"id":"burst-dynamodb-mwx0mex2-10-78","seatId":"H4","buyer":"Yan 2","region":"us-east-1","intendedNs":0,"callNs":414174}
{"line":"call","order":80,"id":"burst-dynamodb-mwx0mex2-10-80","seatId":"C5","buyer":"Gus 2","region":"us-east-1","intendedNs":0,"callNs":417920}
{"line":"call","order":82,"id":"burst-dynamodb-mwx0mex2-10-82","seatId":"D10","buyer":"Finn 2","region":"us-east-1","intendedNs":0,"callNs":422416}
{"line":"call","order":84,"id":"burst-dynamodb-mwx0mex2-10-84","seatId":"C5","buyer":"Jun 2","region":"us-east-1","intendedNs":0,"callNs":425812}
{"line":"call","order":86,"id":"burst-dynamodb-mwx0mex2-10-86","seatId":"C9","buyer":"Nico 2","region":"us-east-1","intendedNs":0,"callNs":429747}
{"line":"call","order":88,"id":"burst-dynamodb-mwx0mex2-10-88","seatId":"G5","buyer":"Mia 2","region":"us-east-1","intendedNs":0,"callNs":433373}
{"line":"call","order":90,"id":"burst-dynamodb-mwx0mex2-10-90","seatId":"C8","buyer":"Sol 2","region":"us-east-1","intendedNs":0,"callNs":436788}
{"line":"call","order":92,"id":"burst-dynamodb-mwx0mex2-10-92","seatId":"H6","buyer":"Gia 3","region":"us-east-1","intendedNs":0,"callNs":440343}
{"line":"call","order":94,"id":"burst-dynamodb-mwx0mex2-10-94","seatId":"C5","buyer":"Ugo 3","region":"us-east-1","intendedNs":0,"callNs":444539}
{"line":"call","order":96,"id":"burst-dynamodb-mwx0mex2-10-96","seatId":"G9","buyer":"Dov 3","region":"us-east-1","intendedNs":0,"callNs":447774}
{"line":"call","order":98,"id":"burst-dynamodb-mwx0mex2-10-98","seatId":"C1","buyer":"Sam 3","region":"us-east-1","intendedNs":0,"callNs":451379}
{"line":"call","order":100,"id":"burst-dynamodb-mwx0mex2-10-100","seatId":"A6","buyer":"Pia 3","region":"us-east-1","intendedNs":0,"callNs":455425}
{"line":"call","order":102,"id":"burst-dynamodb-mwx0mex2-10-102","seatId":"D12","buyer":"Kai 3","region":"us-east-1","intendedNs":0,"callNs":459051}
{"line":"call","order":104,"id":"burst-dynamodb-mwx0mex2-10-104","seatId":"D10","buyer":"Eli 3","region":"us-east-1","intendedNs":0,"callNs":462296}
{"line":"call","order":106,"id":"burst-dynamodb-mwx0mex2-10-106","seatId":"C5","buyer":"Luz 3","region":"us-east-1","intendedNs":0,"callNs":466141}
{"line":"call","order":108,"id":"burst-dynamodb-mwx0mex2-10-108","seatId":"C5","buyer":"Ivo 3","region":"us-east-1","intendedNs":0,"callNs":469947}
{"line":"call","order":110,"id":"burst-dynamodb-mwx0mex2-10-110","seatId":"B4","buyer":"Paz 3","region":"us-east-1","intendedNs":0,"callNs":473352}
{"line":"call","order":112,"id":"burst-dynamodb-mwx0mex2-10-112","seatId":"G2","buyer":"Max 3","region":"us-east-1","intendedNs":0,"callNs":476867}
{"line":"call","order":114,"id":"burst-dynamodb-mwx0mex2-10-114","seatId":"C10","buyer":"Cleo 3","region":"us-east-1","intendedNs":0,"callNs":480453}
{"line":"call","order":116,"id":"burst-dynamodb-mwx0mex2-10-116","seatId":"D10","buyer":"Fay 3","region":"us-east-1","intendedNs":0,"callNs":484358}
{"line":"call","order":118,"id":"burst-dynamodb-mwx0mex2-10-118","seatId":"G9","buyer":"Vic 3","region":"us-east-1","intendedNs":0,"callNs":488404}
{"line":"call","order":1,"id":"burst-dynamodb-mwx0mex2-10-1","seatId":"A12","buyer":"Hana","region":"us-east-2","intendedNs":0,"callNs":525870}
{"line":"call","order":3,"id":"burst-dynamodb-mwx0mex2-10-3","seatId":"C10","buyer":"Rex","region":"us-east-2","intendedNs":0,"callNs":529966}
{"line":"call","order":5,"id":"burst-dynamodb-mwx0mex2-10-5","seatId":"A11","buyer":"Kim","region":"us-east-2","intendedNs":0,"callNs":535835}
{"line":"call","order":7,"id":"burst-dynamodb-mwx0mex2-10-7","seatId":"B12","buyer":"Ada","region":"us-east-2","intendedNs":0,"callNs":542424}
{"line":"call","order":9,"id":"burst-dynamodb-mwx0mex2-10-9","seatId":"H11","buyer":"Tea","region":"us-east-2","intendedNs":0,"callNs":553511}
{"line":"call","order":11,"id":"burst-dynamodb-mwx0mex2-10-11","seatId":"C7","buyer":"Ema","region":"us-east-2","intendedNs":0,"callNs":560211}
{"line":"call","order":13,"id":"burst-dynamodb-mwx0mex2-10-13","seatId":"A4","buyer":"Quin","region":"us-east-2","intendedNs":0,"callNs":566340}
{"line":"call","order":15,"id":"burst-dynamodb-mwx0mex2-10-15","seatId":"D5","buyer":"Wen","region":"us-east-2","intendedNs":0,"callNs":570386}
{"line":"call","order":17,"id":"burst-dynamodb-mwx0mex2-10-17","seatId":"A6","buyer":"Oto","region":"us-east-2","intendedNs":0,"callNs":575954}
{"line":"call","order":19,"id":"burst-dynamodb-mwx0mex2-10-19","seatId":"A12","buyer":"Uma","region":"us-east-2","intendedNs":0,"callNs":582113}
{"line":"call","order":21,"id":"burst-dynamodb-mwx0mex2-10-21","seatId":"H10","buyer":"Dee","region":"us-east-2","intendedNs":0,"callNs":585628}
{"line":"call","order":23,"id":"burst-dynamodb-mwx0mex2-10-23","seatId":"G12","buyer":"Ines","region":"us-east-2","intendedNs":0,"callNs":591798}
{"line":"call","order":25,"id":"burst-dynamodb-mwx0mex2-10-25","seatId":"E7","buyer":"Ola","region":"us-east-2","intendedNs":0,"callNs":597897}
{"line":"call","order":27,"id":"burst-dynamodb-mwx0mex2-10-27","seatId":"E7","buyer":"Ana","region":"us-east-2","intendedNs":0,"callNs":604066}
{"line":"call","order":29,"id":"burst-dynamodb-mwx0mex2-10-29","seatId":"F9","buyer":"Ben","region":"us-east-2","intendedNs":0,"callNs":608182}
{"line":"call","order":31,"id":"burst-dynamodb-mwx0mex2-10-31","seatId":"A1","buyer":"Noa","region":"us-east-2","intendedNs":0,"callNs":614291}
{"line":"call","order":33,"id":"burst-dynamodb-mwx0mex2-10-33","seatId":"C10","buyer":"Cy","region":"us-east-2","intendedNs":0,"callNs":620049}
{"line":"call","order":35,"id":"burst-dynamodb-mwx0mex2-10-35","seatId":"H10","buyer":"Bo","region":"us-east-2","intendedNs":0,"callNs":623284}
{"line":"call","order":37,"id":"burst-dynamodb-mwx0mex2-10-37","seatId":"E1","buyer":"Tam","region":"us-east-2","intendedNs":0,"callNs":635142}
{"line":"call","order":39,"id":"burst-dynamodb-mwx0mex2-10-39","seatId":"A1","buyer":"Lea","region":"us-east-2","intendedNs":0,"callNs":641251}
{"line":"call","order":41,"id":"burst-dynamodb-mwx0mex2-10-41","seatId":"H11","buyer":"Rui","region":"us-east-2","intendedNs":0,"callNs":644345}
{"line":"call","order":43,"id":"burst-dynamodb-mwx0mex2-10-43","seatId":"E9","buyer":"Jack","region":"us-east-2","intendedNs":0,"callNs":650204}
{"line":"call","order":45,"id":"burst-dynamodb-mwx0mex2-10-45","seatId":"B8","buyer":"Hugo","region":"us-east-2","intendedNs":0,"callNs":655983}
{"line":"call","order":47,"id":"burst-dynamodb-mwx0mex2-10-47","seatId":"C10","buyer":"Hana 2","region":"us-east-2","intendedNs":0,"callNs":661992}
{"line":"call","order":49,"id":"burst-dynamodb-mwx0mex2-10-49","seatId":"D11","buyer":"Rex 2","region":"us-east-2","intendedNs":0,"callNs":665697}
{"line":"call","order":51,"id":"burst-dynamodb-mwx0mex2-10-51","seatId":"D10","buyer":"Kim 2","region":"us-east-2","intendedNs":0,"callNs":671446}
{"line":"call","order":53,"id":"burst-dynamodb-mwx0mex2-10-53","seatId":"A11","buyer":"Ada 2","region":"us-east-2","intendedNs":0,"callNs":677745}
{"line":"call","order":55,"id":"burst-dynamodb-mwx0mex2-10-55","seatId":"F2","buyer":"Tea 2","region":"us-east-2","intendedNs":0,"callNs":681240}
{"line":"call","order":57,"id":"burst-dynamodb-mwx0mex2-10-57","seatId":"A4","buyer":"Ema 2","region":"us-east-2","intendedNs":0,"callNs":687029}
{"line":"call","order":59,"id":"burst-dynamodb-mwx0mex2-10-59","seatId":"G5","buyer":"Quin 2","region":"us-east-2","intendedNs":0,"callNs":692597}
{"line":"call","order":61,"id":"burst-dynamodb-mwx0mex2-10-61","seatId":"C5","buyer":"Wen 2","region":"us-east-2","intendedNs":0,"callNs":696713}
{"line":"call","order":63,"id":"burst-dynamodb-mwx0mex2-10-63","seatId":"D9","buyer":"Oto 2","region":"us-east-2","intendedNs":0,"callNs":702632}
{"line":"call","order":65,"id":"burst-dynamodb-mwx0mex2-10-65","seatId":"G2","buyer":"Uma 2","region":"us-east-2","intendedNs":0,"callNs":708340}
{"line":"call","order":67,"id":"burst-dynamodb-mwx0mex2-10-67","seatId":"C12","buyer":"Dee 2","region":"us-east-2","intendedNs":0,"callNs":714860}
{"line":"call","order":69,"id":"burst-dynamodb-mwx0mex2-10-69","seatId":"C5","buyer":"Ines 2","region":"us-east-2","intendedNs":0,"callNs":718445}
{"line":"call","order":71,"id":"burst-dynamodb-mwx0mex2-10-71","seatId":"A8","buyer":"Ola 2","region":"us-east-2","intendedNs":0,"callNs":724294}
{"line":"call","order":73,"id":"burst-dynamodb-mwx0mex2-10-73","seatId":"D4","buyer":"Ana 2","region":"us-east-2","intendedNs":0,"callNs":730313}
{"line":"call","order":75,"id":"burst-dynamodb-mwx0mex2-10-75","seatId":"A4","buyer":"Ben 2","region":"us-east-2","intendedNs":0,"callNs":733718}
{"line":"call","order":77,"id":"burst-dynamodb-mwx0mex2-10-77","seatId":"F7","buyer":"Noa 2","region":"us-east-2","intendedNs":0,"callNs":739757}
{"line":"call","order":79,"id":"burst-dynamodb-mwx0mex2-10-79","seatId":"H10","buyer":"Cy 2","region":"us-east-2","intendedNs":0,"callNs":745576}
{"line":"call","order":81,"id":"burst-dynamodb-mwx0mex2-10-81","seatId":"E1","buyer":"Bo 2","region":"us-east-2","intendedNs":0,"callNs":748890}
{"line":"call","order":83,"id":"burst-dynamodb-mwx0mex2-10-83","seatId":"F12","buyer":"Tam 2","region":"us-east-2","intendedNs":0,"callNs":755420}
{"line":"call","order":85,"id":"burst-dynamodb-mwx0mex2-10-85","seatId":"G12","buyer":"Lea 2","region":"us-east-2","intendedNs":0,"callNs":762150}
{"line":"call","order":87,"id":"burst-dynamodb-mwx0mex2-10-87","seatId":"A10","buyer":"Rui 2","region":"us-east-2","intendedNs":0,"callNs":765806}
{"line":"call","order":89,"id":"burst-dynamodb-mwx0mex2-10-89","seatId":"C7","buyer":"Jack 2","region":"us-east-2","intendedNs":0,"callNs":771514}
{"line":"call","order":91,"id":"burst-dynamodb-mwx0mex2-10-91","seatId":"E3","buyer":"Hugo 2","region":"us-east-2","intendedNs":0,"callNs":777633}
{"line":"call","order":93,"id":"burst-dynamodb-mwx0mex2-10-93","seatId":"E11","buyer":"Hana 3","region":"us-east-2","intendedNs":0,"callNs":783682}
{"line":"call","order":95,"id":"burst-dynamodb-mwx0mex2-10-95","seatId":"F6","buyer":"Rex 3","region":"us-east-2","intendedNs":0,"callNs":787177}
{"line":"call","order":97,"id":"burst-dynamodb-mwx0mex2-10-97","seatId":"A4","buyer":"Kim 3","region":"us-east-2","intendedNs":0,"callNs":792475}
{"line":"call","order":99,"id":"burst-dynamodb-mwx0mex2-10-99","seatId":"E12","buyer":"Ada 3","region":"us-east-2","intendedNs":0,"callNs":799796}
{"line":"call","order":101,"id":"burst-dynamodb-mwx0mex2-10-101","seatId":"D9","buyer":"Tea 3","region":"us-east-2","intendedNs":0,"callNs":803231}
{"line":"call","order":103,"id":"burst-dynamodb-mwx0mex2-10-103","seatId":"G9","buyer":"Ema 3","region":"us-east-2","intendedNs":0,"callNs":809440}
{"line":"call","order":105,"id":"burst-dynamodb-mwx0mex2-10-105","seatId":"G4","buyer":"Quin 3","region":"us-east-2","intendedNs":0,"callNs":815239}
{"line":"call","order":107,"id":"burst-dynamodb-mwx0mex2-10-107","seatId":"B2","buyer":"Wen 3","region":"us-east-2","intendedNs":0,"callNs":821338}
{"line":"call","order":109,"id":"burst-dynamodb-mwx0mex2-10-109","seatId":"F1","buyer":"Oto 3","region":"us-east-2","intendedNs":0,"callNs":824953}
{"line":"call","order":111,"id":"burst-dynamodb-mwx0mex2-10-111","seatId":"B7","buyer":"Uma 3","region":"us-east-2","intendedNs":0,"callNs":831333}
{"line":"call","order":113,"id":"burst-dynamodb-mwx0mex2-10-113","seatId":"H10","buyer":"Dee 3","region":"us-east-2","intendedNs":0,"callNs":837171}
{"line":"call","order":115,"id":"burst-dynamodb-mwx0mex2-10-115","seatId":"E11","buyer":"Ines 3","region":"us-east-2","intendedNs":0,"callNs":840717}
{"line":"call","order":117,"id":"burst-dynamodb-mwx0mex2-10-117","seatId":"A12","buyer":"Ola 3","region":"us-east-2","intendedNs":0,"callNs":846595}
{"line":"call","order":119,"id":"burst-dynamodb-mwx0mex2-10-119","seatId":"E1","buyer":"Ana 3","region":"us-east-2","intendedNs":0,"callNs":852143}
{"line":"marker","atNs":1716054011,"label":"first answer"}
{"line":"marker","atNs":1716054011,"label":"first ticket"}
{"line":"return","order":0,"returnNs":1716054011,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[2624090,791899335,791914908,1714352068]]}
{"line":"return","order":2,"returnNs":1716165066,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[3293903,792928601,792942401,1714495290]]}
{"line":"return","order":4,"returnNs":1716177915,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[3881594,843519576,843542860,1714593025]]}
{"line":"return","order":6,"returnNs":1716197474,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[4273275,844703751,844712955,1714683860]]}
{"line":"return","order":10,"returnNs":1775971121,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[4832203,885950614,885963493,1775108972]]}
{"line":"return","order":18,"returnNs":1776025902,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[52248242,915735441,915744595,1775300727]]}
{"line":"return","order":20,"returnNs":1776041004,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[52517260,916346036,916353698,1775409288]]}
{"line":"return","order":22,"returnNs":1776051720,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[52847871,916855041,916859738,1775509957]]}
{"line":"return","order":24,"returnNs":1776083637,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[53150239,917398406,917406478,1775603425]]}
{"line":"return","order":26,"returnNs":1776101734,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[53425907,941433075,941447476,1775694721]]}
{"line":"return","order":30,"returnNs":1776222293,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[75427963,952133747,952144132,1776180571]]}
{"line":"return","order":32,"returnNs":1776434307,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[75941624,952732695,952742439,1776377072]]}
{"line":"return","order":34,"returnNs":1776619341,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[76289350,953216232,953220929,1776565331]]}
{"line":"return","order":36,"returnNs":1776785738,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[76564487,953654391,953662743,1776738128]]}
{"line":"return","order":28,"returnNs":1776946046,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[53690069,949478311,949495396,1776896092]]}
{"line":"return","order":38,"returnNs":1777107155,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[76832224,969800415,969815408,1777057571]]}
{"line":"return","order":46,"returnNs":1777264968,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[88672406,976909173,976912148,1777219261]]}
{"line":"return","order":48,"returnNs":1777916675,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[91837077,977287785,977294244,1777389353]]}
{"line":"return","order":50,"returnNs":1777937736,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[92252262,996036657,996052621,1777505445]]}
{"line":"return","order":8,"returnNs":1777952648,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[4556264,845460463,845470488,1777606835]]}
{"line":"return","order":14,"returnNs":1777963204,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[51656044,887606799,887613990,1777705131]]}
{"line":"return","order":12,"returnNs":1777974961,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[50814066,886884789,886897308,1777791569]]}
{"line":"return","order":52,"returnNs":1778471006,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[92572187,997001658,997011352,1778378699]]}
{"line":"return","order":54,"returnNs":1778698293,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[92864630,997494258,997498444,1778646557]]}
{"line":"return","order":60,"returnNs":1778966641,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[93649013,1008708161,1008716934,1778899862]]}
{"line":"return","order":62,"returnNs":1779215169,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[132829273,1009188163,1009192439,1779123734]]}
{"line":"return","order":70,"returnNs":1779514123,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[137654055,1032460411,1032465198,1779338062]]}
{"line":"return","order":64,"returnNs":1779821909,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[133441560,1009747312,1009756786,1779576705]]}
{"line":"return","order":72,"returnNs":1779852194,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[138003823,1032857099,1032864099,1779732576]]}
{"line":"return","order":82,"returnNs":1780246248,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[155619737,1059913056,1059920207,1780002206]]}
{"line":"return","order":88,"returnNs":1785558222,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[156731435,1069056169,1069069669,1780332355]]}
{"line":"return","order":66,"returnNs":1785656508,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[136890894,1031146293,1031158751,1782085634]]}
{"line":"return","order":78,"returnNs":1785675266,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[154696668,1049306022,1049320113,1782236378]]}
{"line":"return","order":90,"returnNs":1785698280,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[157001986,1072219659,1072232298,1782343286]]}
{"line":"return","order":96,"returnNs":1785712431,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[185759275,1080871835,1080885675,1782438057]]}
{"line":"return","order":98,"returnNs":1785726151,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[190934296,1081380338,1081385266,1782525406]]}
{"line":"return","order":102,"returnNs":1785737939,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[191691739,1089602286,1089615736,1782609030]]}
{"line":"return","order":110,"returnNs":1785751969,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[299002353,1093506394,1093511191,1782690952]]}
{"line":"return","order":86,"returnNs":1785764298,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[156399342,1060885808,1060890245,1782774596]]}
{"line":"return","order":114,"returnNs":1796061502,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[309327599,1107090931,1107096259,1795866072]]}
{"line":"marker","atNs":1796307326,"label":"first seat sold twice"}
{"line":"return","order":1,"returnNs":1796307326,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[319898108,1108393502,1108397969,1796250442]]}
{"line":"return","order":3,"returnNs":1796485851,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[320509765,1108807896,1108812103,1796431430]]}
{"line":"return","order":5,"returnNs":1796653950,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[326905436,1109183994,1109187890,1796605438]]}
{"line":"return","order":7,"returnNs":1796817583,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[327581748,1109540512,1109545390,1796770233]]}
{"line":"return","order":9,"returnNs":1797002076,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[328001891,1110367248,1110372265,1796935538]]}
{"line":"return","order":11,"returnNs":1797190065,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[328486770,1110752960,1110756685,1797124187]]}
{"line":"return","order":15,"returnNs":1797429670,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[329328618,1114814050,1114823764,1797358284]]}
{"line":"return","order":13,"returnNs":1797679430,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[328899862,1111129237,1111133404,1797603688]]}
{"line":"return","order":17,"returnNs":1797971133,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[329723744,1121920965,1121935206,1797908530]]}
{"line":"return","order":23,"returnNs":1798158400,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[398656243,1123710798,1123717638,1798106573]]}
{"line":"return","order":25,"returnNs":1798408401,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[399240369,1124173694,1124179032,1798350425]]}
{"line":"return","order":21,"returnNs":1798575188,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[397794766,1123227662,1123235313,1798526296]]}
{"line":"return","order":29,"returnNs":1828685463,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[399962269,1124588950,1124593727,1827901471]]}
{"line":"return","order":31,"returnNs":1828742207,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[400360199,1124995362,1125037404,1828131201]]}
{"line":"return","order":37,"returnNs":1828761776,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[401212442,1147867748,1147881448,1828316766]]}
{"line":"return","order":44,"returnNs":1828779502,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[77632721,976511604,976518574,1828455692]]}
{"line":"return","order":76,"returnNs":1829053218,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[138630963,1033618107,1033622874,1828983585]]}
{"line":"return","order":16,"returnNs":1829236790,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[51975267,914636422,914656742,1829187858]]}
{"line":"return","order":56,"returnNs":1829416777,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[93125076,1007313784,1007331841,1829367484]]}
{"line":"return","order":74,"returnNs":1829588672,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[138355915,1033241068,1033244974,1829531577]]}
{"line":"return","order":80,"returnNs":1829758493,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[155217530,1058918632,1058935126,1829709711]]}
{"line":"return","order":42,"returnNs":1832064301,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[77366556,976076809,976082237,1831954048]]}
{"line":"return","order":40,"returnNs":1832269666,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[77099290,975518201,975537320,1832214454]]}
{"line":"return","order":43,"returnNs":1832449563,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[447825870,1185533222,1185545029,1832396514]]}
{"line":"return","order":45,"returnNs":1832613015,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[448575942,1186744427,1186753561,1832560898]]}
{"line":"return","order":49,"returnNs":1832792461,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[449381867,1188007710,1188012377,1832741365]]}
{"line":"return","order":59,"returnNs":1837483935,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[514704399,1195307421,1195313650,1833931039]]}
{"line":"return","order":55,"returnNs":1837530825,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[489528359,1189585749,1189589064,1834082914]]}
{"line":"return","order":51,"returnNs":1837547379,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[485431516,1188637413,1188641479,1834201750]]}
{"line":"return","order":61,"returnNs":1837557474,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[515274614,1195853701,1195857957,1834293937]]}
{"line":"return","order":63,"returnNs":1837570824,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[515775287,1196323297,1196326852,1834380916]]}
{"line":"return","order":65,"returnNs":1837583303,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[516220036,1196758041,1196761687,1834458881]]}
{"line":"return","order":67,"returnNs":1837592006,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[516606459,1197178214,1197188329,1834536777]]}
{"line":"return","order":73,"returnNs":1837604835,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[548937826,1208706503,1208713454,1834614822]]}
{"line":"return","order":71,"returnNs":1837615811,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[548315834,1207833469,1207847860,1834692117]]}
{"line":"return","order":77,"returnNs":1837624524,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[580091247,1218279103,1218288227,1834766878]]}
{"line":"return","order":87,"returnNs":1922100529,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[643365678,1221376305,1221379029,1920244277]]}
{"line":"return","order":83,"returnNs":1922218043,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[605891272,1220340099,1220344876,1920480267]]}
{"line":"return","order":100,"returnNs":1922242669,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[191384914,1081798669,1081803746,1920601947]]}
{"line":"return","order":91,"returnNs":1922259514,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[707437912,1228777045,1228784727,1920704700]]}
{"line":"return","order":95,"returnNs":1922275148,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[708453538,1231738195,1231744324,1920792149]]}
{"line":"return","order":92,"returnNs":1922294977,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[157361238,1073252750,1073264518,1920882814]]}
{"line":"return","order":99,"returnNs":1922309579,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[709118684,1232925294,1232930112,1920964395]]}
{"line":"return","order":93,"returnNs":1922323109,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[707970752,1231055903,1231066419,1921043732]]}
{"line":"return","order":68,"returnNs":1922341055,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[137356374,1031965838,1031979097,1921129099]]}
{"line":"return","order":112,"returnNs":1922354786,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[308693579,1106031501,1106051821,1921215256]]}
{"line":"return","order":103,"returnNs":1922370249,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[745498342,1238304118,1238312220,1921314093]]}
{"line":"return","order":105,"returnNs":1922384620,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[754698410,1239168780,1239172896,1921403175]]}
{"line":"return","order":107,"returnNs":1922398260,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[755327903,1239795068,1239804943,1921487240]]}
{"line":"return","order":109,"returnNs":1922423908,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[755813182,1240381077,1240385323,1921566797]]}
{"line":"return","order":118,"returnNs":1922436196,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[313651969,1107932479,1107937356,1921647647]]}
{"line":"return","order":104,"returnNs":1922448515,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[191975680,1092195300,1092205766,1921730260]]}
{"line":"return","order":33,"returnNs":1957422459,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[400658411,1125436696,1125441193,1957047022]]}
{"line":"return","order":41,"returnNs":1957773119,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[401740655,1180035983,1180046909,1957615125]]}
{"line":"return","order":27,"returnNs":1958880640,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[399630307,1140939147,1140946277,1958037310]]}
{"line":"return","order":19,"returnNs":1958918296,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[373753948,1122663976,1122671888,1958247111]]}
{"line":"return","order":35,"returnNs":1958935442,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[400945897,1139567473,1139587403,1958402582]]}
{"line":"return","order":57,"returnNs":1958953258,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[513934348,1194601695,1194610277,1958539835]]}
{"line":"return","order":85,"returnNs":1958971806,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[623460551,1220878927,1220881972,1958636459]]}
{"line":"return","order":39,"returnNs":1985578437,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[401477224,1153225209,1153238048,1981958400]]}
{"line":"return","order":81,"returnNs":1985616803,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[581583729,1219756704,1219761591,1982627943]]}
{"line":"return","order":89,"returnNs":1985635601,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[706552960,1226668680,1226682000,1982745297]]}
{"line":"return","order":53,"returnNs":1985647719,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[488763675,1189130725,1189134290,1982839086]]}
{"line":"return","order":58,"returnNs":1985664134,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[93388377,1008142993,1008148582,1982937111]]}
{"line":"return","order":84,"returnNs":1985680308,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[156011978,1060446947,1060450923,1983023770]]}
{"line":"return","order":69,"returnNs":1985695771,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[547380197,1197754789,1197757823,1983101875]]}
{"line":"return","order":115,"returnNs":1985710252,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[756910519,1246160975,1246172221,1983183186]]}
{"line":"return","order":116,"returnNs":1985723732,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[309714232,1107544784,1107548459,1983269794]]}
{"line":"return","order":47,"returnNs":1996100955,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[449020802,1187448531,1187454660,1995843463]]}
{"line":"return","order":101,"returnNs":1996452145,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[709560789,1233461279,1233464804,1996352017]]}
{"line":"return","order":75,"returnNs":2024993394,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[549430096,1214156312,1214170182,2024718757]]}
{"line":"return","order":94,"returnNs":2025426797,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[157727701,1076555827,1076566462,2025346267]]}
{"line":"return","order":79,"returnNs":2025627634,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[581020294,1219097066,1219103165,2025568847]]}
{"line":"return","order":117,"returnNs":2025806670,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[757279516,1247258782,1247264561,2025750797]]}
{"line":"return","order":111,"returnNs":2026045364,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[756206746,1240929390,1240935168,2025993707]]}
{"line":"return","order":119,"returnNs":2044540110,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[757640711,1248168400,1248172106,2043249346]]}
{"line":"return","order":106,"returnNs":2053360865,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[192249556,1092705096,1092710103,2053088842]]}
{"line":"return","order":113,"returnNs":2053788619,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[756531617,1241454919,1241458083,2053643985]]}
{"line":"return","order":97,"returnNs":2065993432,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[708809906,1232356932,1232364363,2065517847]]}
{"line":"marker","atNs":2066059409,"label":"last answer"}
{"line":"return","order":108,"returnNs":2066059409,"outcome":"CONFIRMED","read":"AVAILABLE","trace":[[192525345,1093110186,1093113672,2065771733]]}
{"line":"ledger","sales":120,"converged":true,"unreachable":[]}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-31","seatId":"A1","round":7,"buyer":"Noa","region":"us-east-2","attempts":1,"soldAtMs":1795665076310}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-39","seatId":"A1","round":7,"buyer":"Lea","region":"us-east-2","attempts":1,"soldAtMs":1795665076509}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-60","seatId":"A1","round":7,"buyer":"Luz 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076127}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-7","seatId":"B12","round":4,"buyer":"Ada","region":"us-east-2","attempts":1,"soldAtMs":1795665076305}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-77","seatId":"F7","round":4,"buyer":"Noa 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076350}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-95","seatId":"F6","round":4,"buyer":"Rex 3","region":"us-east-2","attempts":1,"soldAtMs":1795665076432}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-103","seatId":"G9","round":4,"buyer":"Ema 3","region":"us-east-2","attempts":1,"soldAtMs":1795665076433}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-118","seatId":"G9","round":4,"buyer":"Vic 3","region":"us-east-1","attempts":1,"soldAtMs":1795665076439}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-96","seatId":"G9","round":4,"buyer":"Dov 3","region":"us-east-1","attempts":1,"soldAtMs":1795665076187}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-66","seatId":"H8","round":4,"buyer":"Max 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076129}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-13","seatId":"A4","round":4,"buyer":"Quin","region":"us-east-2","attempts":1,"soldAtMs":1795665076306}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-36","seatId":"A4","round":4,"buyer":"Finn","region":"us-east-1","attempts":1,"soldAtMs":1795665076091}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-42","seatId":"A4","round":4,"buyer":"Mia","region":"us-east-1","attempts":1,"soldAtMs":1795665076316}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-57","seatId":"A4","round":4,"buyer":"Ema 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076504}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-75","seatId":"A4","round":4,"buyer":"Ben 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076651}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-97","seatId":"A4","round":4,"buyer":"Kim 3","region":"us-east-2","attempts":1,"soldAtMs":1795665076750}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-70","seatId":"C11","round":4,"buyer":"Fay 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076137}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-109","seatId":"F1","round":4,"buyer":"Oto 3","region":"us-east-2","attempts":1,"soldAtMs":1795665076435}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-114","seatId":"C10","round":4,"buyer":"Cleo 3","region":"us-east-1","attempts":1,"soldAtMs":1795665076295}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-3","seatId":"C10","round":4,"buyer":"Rex","region":"us-east-2","attempts":1,"soldAtMs":1795665076301}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-33","seatId":"C10","round":4,"buyer":"Cy","region":"us-east-2","attempts":1,"soldAtMs":1795665076502}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-47","seatId":"C10","round":4,"buyer":"Hana 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076646}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-43","seatId":"E9","round":4,"buyer":"Jack","region":"us-east-2","attempts":1,"soldAtMs":1795665076339}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-100","seatId":"A6","round":4,"buyer":"Pia 3","region":"us-east-1","attempts":1,"soldAtMs":1795665076374}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-17","seatId":"A6","round":4,"buyer":"Oto","region":"us-east-2","attempts":1,"soldAtMs":1795665076307}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-46","seatId":"A6","round":4,"buyer":"Gia 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076103}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-90","seatId":"C8","round":4,"buyer":"Sol 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076186}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-101","seatId":"D9","round":4,"buyer":"Tea 3","region":"us-east-2","attempts":1,"soldAtMs":1795665076642}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-63","seatId":"D9","round":4,"buyer":"Oto 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076347}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-8","seatId":"D9","round":4,"buyer":"Pia","region":"us-east-1","attempts":1,"soldAtMs":1795665075999}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-83","seatId":"F12","round":4,"buyer":"Tam 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076352}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-32","seatId":"F3","round":4,"buyer":"Yan","region":"us-east-1","attempts":1,"soldAtMs":1795665076090}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-74","seatId":"F3","round":4,"buyer":"Zoe 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076315}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-67","seatId":"C12","round":4,"buyer":"Dee 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076348}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-86","seatId":"C9","round":4,"buyer":"Nico 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076189}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-28","seatId":"F2","round":4,"buyer":"Zoe","region":"us-east-1","attempts":1,"soldAtMs":1795665076092}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-40","seatId":"F2","round":4,"buyer":"Nico","region":"us-east-1","attempts":1,"soldAtMs":1795665076318}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-55","seatId":"F2","round":4,"buyer":"Tea 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076343}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-22","seatId":"A8","round":4,"buyer":"Cleo","region":"us-east-1","attempts":1,"soldAtMs":1795665076078}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-71","seatId":"A8","round":4,"buyer":"Ola 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076349}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-54","seatId":"C6","round":4,"buyer":"Pia 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076126}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-102","seatId":"D12","round":4,"buyer":"Kai 3","region":"us-east-1","attempts":1,"soldAtMs":1795665076188}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-20","seatId":"G11","round":4,"buyer":"Max","region":"us-east-1","attempts":1,"soldAtMs":1795665076077}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-112","seatId":"G2","round":4,"buyer":"Max 3","region":"us-east-1","attempts":1,"soldAtMs":1795665076376}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-50","seatId":"G2","round":4,"buyer":"Dov 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076104}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-65","seatId":"G2","round":4,"buyer":"Uma 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076348}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-1","seatId":"A12","round":4,"buyer":"Hana","region":"us-east-2","attempts":1,"soldAtMs":1795665076296}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-117","seatId":"A12","round":4,"buyer":"Ola 3","region":"us-east-2","attempts":1,"soldAtMs":1795665076653}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-19","seatId":"A12","round":4,"buyer":"Uma","region":"us-east-2","attempts":1,"soldAtMs":1795665076509}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-48","seatId":"A12","round":4,"buyer":"Ugo 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076104}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-68","seatId":"A12","round":4,"buyer":"Cleo 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076375}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-11","seatId":"C7","round":4,"buyer":"Ema","region":"us-east-2","attempts":1,"soldAtMs":1795665076306}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-89","seatId":"C7","round":4,"buyer":"Jack 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076514}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-14","seatId":"G3","round":4,"buyer":"Luz","region":"us-east-1","attempts":1,"soldAtMs":1795665076076}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-18","seatId":"A10","round":4,"buyer":"Paz","region":"us-east-1","attempts":1,"soldAtMs":1795665076077}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-87","seatId":"A10","round":4,"buyer":"Rui 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076357}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-107","seatId":"B2","round":4,"buyer":"Wen 3","region":"us-east-2","attempts":1,"soldAtMs":1795665076435}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-38","seatId":"B2","round":4,"buyer":"Jun","region":"us-east-1","attempts":1,"soldAtMs":1795665076102}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-106","seatId":"C5","round":4,"buyer":"Luz 3","region":"us-east-1","attempts":1,"soldAtMs":1795665076704}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-108","seatId":"C5","round":4,"buyer":"Ivo 3","region":"us-east-1","attempts":1,"soldAtMs":1795665076763}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-34","seatId":"C5","round":4,"buyer":"Gus","region":"us-east-1","attempts":1,"soldAtMs":1795665076091}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-61","seatId":"C5","round":4,"buyer":"Wen 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076346}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-69","seatId":"C5","round":4,"buyer":"Ines 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076518}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-80","seatId":"C5","round":4,"buyer":"Gus 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076316}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-84","seatId":"C5","round":4,"buyer":"Jun 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076515}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-94","seatId":"C5","round":4,"buyer":"Ugo 3","region":"us-east-1","attempts":1,"soldAtMs":1795665076654}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-49","seatId":"D11","round":4,"buyer":"Rex 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076342}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-73","seatId":"D4","round":4,"buyer":"Ana 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076349}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-25","seatId":"E7","round":4,"buyer":"Ola","region":"us-east-2","attempts":1,"soldAtMs":1795665076309}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-27","seatId":"E7","round":4,"buyer":"Ana","region":"us-east-2","attempts":1,"soldAtMs":1795665076507}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-26","seatId":"G1","round":4,"buyer":"Vic","region":"us-east-1","attempts":1,"soldAtMs":1795665076087}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-12","seatId":"G12","round":4,"buyer":"Eli","region":"us-east-1","attempts":1,"soldAtMs":1795665076076}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-23","seatId":"G12","round":4,"buyer":"Ines","region":"us-east-2","attempts":1,"soldAtMs":1795665076309}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-85","seatId":"G12","round":4,"buyer":"Lea 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076504}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-5","seatId":"A11","round":4,"buyer":"Kim","region":"us-east-2","attempts":1,"soldAtMs":1795665076304}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-53","seatId":"A11","round":4,"buyer":"Ada 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076514}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-104","seatId":"D10","round":4,"buyer":"Eli 3","region":"us-east-1","attempts":1,"soldAtMs":1795665076440}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-116","seatId":"D10","round":4,"buyer":"Fay 3","region":"us-east-1","attempts":1,"soldAtMs":1795665076599}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-51","seatId":"D10","round":4,"buyer":"Kim 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076345}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-82","seatId":"D10","round":4,"buyer":"Finn 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076185}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-15","seatId":"D5","round":4,"buyer":"Wen","region":"us-east-2","attempts":1,"soldAtMs":1795665076307}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-52","seatId":"E6","round":4,"buyer":"Sam 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076105}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-110","seatId":"B4","round":4,"buyer":"Paz 3","region":"us-east-1","attempts":1,"soldAtMs":1795665076189}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-4","seatId":"D2","round":4,"buyer":"Dov","region":"us-east-1","attempts":1,"soldAtMs":1795665075980}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-119","seatId":"E1","round":4,"buyer":"Ana 3","region":"us-east-2","attempts":1,"soldAtMs":1795665076681}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-2","seatId":"E1","round":4,"buyer":"Ugo","region":"us-east-1","attempts":1,"soldAtMs":1795665075979}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-37","seatId":"E1","round":4,"buyer":"Tam","region":"us-east-2","attempts":1,"soldAtMs":1795665076311}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-44","seatId":"E1","round":4,"buyer":"Sol","region":"us-east-1","attempts":1,"soldAtMs":1795665076311}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-58","seatId":"E1","round":4,"buyer":"Eli 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076514}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-81","seatId":"E1","round":4,"buyer":"Bo 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076513}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-99","seatId":"E12","round":4,"buyer":"Ada 3","region":"us-east-2","attempts":1,"soldAtMs":1795665076432}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-64","seatId":"H6","round":4,"buyer":"Paz 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076128}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-92","seatId":"H6","round":4,"buyer":"Gia 3","region":"us-east-1","attempts":1,"soldAtMs":1795665076376}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-72","seatId":"D3","round":4,"buyer":"Vic 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076139}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-29","seatId":"F9","round":4,"buyer":"Ben","region":"us-east-2","attempts":1,"soldAtMs":1795665076310}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-62","seatId":"B6","round":4,"buyer":"Ivo 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076128}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-98","seatId":"C1","round":4,"buyer":"Sam 3","region":"us-east-1","attempts":1,"soldAtMs":1795665076188}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-30","seatId":"E10","round":4,"buyer":"Xia","region":"us-east-1","attempts":1,"soldAtMs":1795665076090}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-91","seatId":"E3","round":4,"buyer":"Hugo 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076431}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-59","seatId":"G5","round":4,"buyer":"Quin 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076343}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-88","seatId":"G5","round":4,"buyer":"Mia 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076185}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-10","seatId":"H11","round":4,"buyer":"Kai","region":"us-east-1","attempts":1,"soldAtMs":1795665076075}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-16","seatId":"H11","round":4,"buyer":"Ivo","region":"us-east-1","attempts":1,"soldAtMs":1795665076314}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-41","seatId":"H11","round":4,"buyer":"Rui","region":"us-east-2","attempts":1,"soldAtMs":1795665076503}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-9","seatId":"H11","round":4,"buyer":"Tea","region":"us-east-2","attempts":1,"soldAtMs":1795665076305}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-78","seatId":"H4","round":4,"buyer":"Yan 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076183}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-111","seatId":"B7","round":4,"buyer":"Uma 3","region":"us-east-2","attempts":1,"soldAtMs":1795665076655}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-24","seatId":"B7","round":4,"buyer":"Fay","region":"us-east-1","attempts":1,"soldAtMs":1795665076079}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-56","seatId":"B7","round":4,"buyer":"Kai 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076314}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-115","seatId":"E11","round":4,"buyer":"Ines 3","region":"us-east-2","attempts":1,"soldAtMs":1795665076554}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-93","seatId":"E11","round":4,"buyer":"Hana 3","region":"us-east-2","attempts":1,"soldAtMs":1795665076433}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-105","seatId":"G4","round":4,"buyer":"Quin 3","region":"us-east-2","attempts":1,"soldAtMs":1795665076434}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-113","seatId":"H10","round":4,"buyer":"Dee 3","region":"us-east-2","attempts":1,"soldAtMs":1795665076703}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-21","seatId":"H10","round":4,"buyer":"Dee","region":"us-east-2","attempts":1,"soldAtMs":1795665076308}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-35","seatId":"H10","round":4,"buyer":"Bo","region":"us-east-2","attempts":1,"soldAtMs":1795665076504}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-79","seatId":"H10","round":4,"buyer":"Cy 2","region":"us-east-2","attempts":1,"soldAtMs":1795665076652}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-45","seatId":"B8","round":4,"buyer":"Hugo","region":"us-east-2","attempts":1,"soldAtMs":1795665076341}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-0","seatId":"F4","round":4,"buyer":"Gia","region":"us-east-1","attempts":1,"soldAtMs":1795665075978}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-6","seatId":"F5","round":4,"buyer":"Sam","region":"us-east-1","attempts":1,"soldAtMs":1795665075981}
{"line":"sale","id":"burst-dynamodb-mwx0mex2-10-76","seatId":"F5","round":4,"buyer":"Xia 2","region":"us-east-1","attempts":1,"soldAtMs":1795665076312}
{"line":"table","region":"us-east-1","rest":"AVAILABLE","rows":[["A1",7,"SOLD","Lea","burst-dynamodb-mwx0mex2-10-39","us-east-2"],["A4",4,"SOLD","Kim 3","burst-dynamodb-mwx0mex2-10-97","us-east-2"],["A6",4,"SOLD","Pia 3","burst-dynamodb-mwx0mex2-10-100","us-east-1"],["A8",4,"SOLD","Ola 2","burst-dynamodb-mwx0mex2-10-71","us-east-2"],["A10",4,"SOLD","Rui 2","burst-dynamodb-mwx0mex2-10-87","us-east-2"],["A11",4,"SOLD","Ada 2","burst-dynamodb-mwx0mex2-10-53","us-east-2"],["A12",4,"SOLD","Ola 3","burst-dynamodb-mwx0mex2-10-117","us-east-2"],["B2",4,"SOLD","Wen 3","burst-dynamodb-mwx0mex2-10-107","us-east-2"],["B4",4,"SOLD","Paz 3","burst-dynamodb-mwx0mex2-10-110","us-east-1"],["B6",4,"SOLD","Ivo 2","burst-dynamodb-mwx0mex2-10-62","us-east-1"],["B7",4,"SOLD","Uma 3","burst-dynamodb-mwx0mex2-10-111","us-east-2"],["B8",4,"SOLD","Hugo","burst-dynamodb-mwx0mex2-10-45","us-east-2"],["B12",4,"SOLD","Ada","burst-dynamodb-mwx0mex2-10-7","us-east-2"],["C1",4,"SOLD","Sam 3","burst-dynamodb-mwx0mex2-10-98","us-east-1"],["C5",4,"SOLD","Ivo 3","burst-dynamodb-mwx0mex2-10-108","us-east-1"],["C6",4,"SOLD","Pia 2","burst-dynamodb-mwx0mex2-10-54","us-east-1"],["C7",4,"SOLD","Jack 2","burst-dynamodb-mwx0mex2-10-89","us-east-2"],["C8",4,"SOLD","Sol 2","burst-dynamodb-mwx0mex2-10-90","us-east-1"],["C9",4,"SOLD","Nico 2","burst-dynamodb-mwx0mex2-10-86","us-east-1"],["C10",4,"SOLD","Hana 2","burst-dynamodb-mwx0mex2-10-47","us-east-2"],["C11",4,"SOLD","Fay 2","burst-dynamodb-mwx0mex2-10-70","us-east-1"],["C12",4,"SOLD","Dee 2","burst-dynamodb-mwx0mex2-10-67","us-east-2"],["D2",4,"SOLD","Dov","burst-dynamodb-mwx0mex2-10-4","us-east-1"],["D3",4,"SOLD","Vic 2","burst-dynamodb-mwx0mex2-10-72","us-east-1"],["D4",4,"SOLD","Ana 2","burst-dynamodb-mwx0mex2-10-73","us-east-2"],["D5",4,"SOLD","Wen","burst-dynamodb-mwx0mex2-10-15","us-east-2"],["D9",4,"SOLD","Tea 3","burst-dynamodb-mwx0mex2-10-101","us-east-2"],["D10",4,"SOLD","Fay 3","burst-dynamodb-mwx0mex2-10-116","us-east-1"],["D11",4,"SOLD","Rex 2","burst-dynamodb-mwx0mex2-10-49","us-east-2"],["D12",4,"SOLD","Kai 3","burst-dynamodb-mwx0mex2-10-102","us-east-1"],["E1",4,"SOLD","Ana 3","burst-dynamodb-mwx0mex2-10-119","us-east-2"],["E3",4,"SOLD","Hugo 2","burst-dynamodb-mwx0mex2-10-91","us-east-2"],["E6",4,"SOLD","Sam 2","burst-dynamodb-mwx0mex2-10-52","us-east-1"],["E7",4,"SOLD","Ana","burst-dynamodb-mwx0mex2-10-27","us-east-2"],["E9",4,"SOLD","Jack","burst-dynamodb-mwx0mex2-10-43","us-east-2"],["E10",4,"SOLD","Xia","burst-dynamodb-mwx0mex2-10-30","us-east-1"],["E11",4,"SOLD","Ines 3","burst-dynamodb-mwx0mex2-10-115","us-east-2"],["E12",4,"SOLD","Ada 3","burst-dynamodb-mwx0mex2-10-99","us-east-2"],["F1",4,"SOLD","Oto 3","burst-dynamodb-mwx0mex2-10-109","us-east-2"],["F2",4,"SOLD","Tea 2","burst-dynamodb-mwx0mex2-10-55","us-east-2"],["F3",4,"SOLD","Zoe 2","burst-dynamodb-mwx0mex2-10-74","us-east-1"],["F4",4,"SOLD","Gia","burst-dynamodb-mwx0mex2-10-0","us-east-1"],["F5",4,"SOLD","Xia 2","burst-dynamodb-mwx0mex2-10-76","us-east-1"],["F6",4,"SOLD","Rex 3","burst-dynamodb-mwx0mex2-10-95","us-east-2"],["F7",4,"SOLD","Noa 2","burst-dynamodb-mwx0mex2-10-77","us-east-2"],["F9",4,"SOLD","Ben","burst-dynamodb-mwx0mex2-10-29","us-east-2"],["F12",4,"SOLD","Tam 2","burst-dynamodb-mwx0mex2-10-83","us-east-2"],["G1",4,"SOLD","Vic","burst-dynamodb-mwx0mex2-10-26","us-east-1"],["G2",4,"SOLD","Max 3","burst-dynamodb-mwx0mex2-10-112","us-east-1"],["G3",4,"SOLD","Luz","burst-dynamodb-mwx0mex2-10-14","us-east-1"],["G4",4,"SOLD","Quin 3","burst-dynamodb-mwx0mex2-10-105","us-east-2"],["G5",4,"SOLD","Quin 2","burst-dynamodb-mwx0mex2-10-59","us-east-2"],["G9",4,"SOLD","Vic 3","burst-dynamodb-mwx0mex2-10-118","us-east-1"],["G11",4,"SOLD","Max","burst-dynamodb-mwx0mex2-10-20","us-east-1"],["G12",4,"SOLD","Lea 2","burst-dynamodb-mwx0mex2-10-85","us-east-2"],["H4",4,"SOLD","Yan 2","burst-dynamodb-mwx0mex2-10-78","us-east-1"],["H6",4,"SOLD","Gia 3","burst-dynamodb-mwx0mex2-10-92","us-east-1"],["H8",4,"SOLD","Max 2","burst-dynamodb-mwx0mex2-10-66","us-east-1"],["H10",4,"SOLD","Dee 3","burst-dynamodb-mwx0mex2-10-113","us-east-2"],["H11",4,"SOLD","Rui","burst-dynamodb-mwx0mex2-10-41","us-east-2"]]}
{"line":"table","region":"us-east-2","rest":"AVAILABLE","rows":[["A1",7,"SOLD","Lea","burst-dynamodb-mwx0mex2-10-39","us-east-2"],["A4",4,"SOLD","Kim 3","burst-dynamodb-mwx0mex2-10-97","us-east-2"],["A6",4,"SOLD","Pia 3","burst-dynamodb-mwx0mex2-10-100","us-east-1"],["A8",4,"SOLD","Ola 2","burst-dynamodb-mwx0mex2-10-71","us-east-2"],["A10",4,"SOLD","Rui 2","burst-dynamodb-mwx0mex2-10-87","us-east-2"],["A11",4,"SOLD","Ada 2","burst-dynamodb-mwx0mex2-10-53","us-east-2"],["A12",4,"SOLD","Ola 3","burst-dynamodb-mwx0mex2-10-117","us-east-2"],["B2",4,"SOLD","Wen 3","burst-dynamodb-mwx0mex2-10-107","us-east-2"],["B4",4,"SOLD","Paz 3","burst-dynamodb-mwx0mex2-10-110","us-east-1"],["B6",4,"SOLD","Ivo 2","burst-dynamodb-mwx0mex2-10-62","us-east-1"],["B7",4,"SOLD","Uma 3","burst-dynamodb-mwx0mex2-10-111","us-east-2"],["B8",4,"SOLD","Hugo","burst-dynamodb-mwx0mex2-10-45","us-east-2"],["B12",4,"SOLD","Ada","burst-dynamodb-mwx0mex2-10-7","us-east-2"],["C1",4,"SOLD","Sam 3","burst-dynamodb-mwx0mex2-10-98","us-east-1"],["C5",4,"SOLD","Ivo 3","burst-dynamodb-mwx0mex2-10-108","us-east-1"],["C6",4,"SOLD","Pia 2","burst-dynamodb-mwx0mex2-10-54","us-east-1"],["C7",4,"SOLD","Jack 2","burst-dynamodb-mwx0mex2-10-89","us-east-2"],["C8",4,"SOLD","Sol 2","burst-dynamodb-mwx0mex2-10-90","us-east-1"],["C9",4,"SOLD","Nico 2","burst-dynamodb-mwx0mex2-10-86","us-east-1"],["C10",4,"SOLD","Hana 2","burst-dynamodb-mwx0mex2-10-47","us-east-2"],["C11",4,"SOLD","Fay 2","burst-dynamodb-mwx0mex2-10-70","us-east-1"],["C12",4,"SOLD","Dee 2","burst-dynamodb-mwx0mex2-10-67","us-east-2"],["D2",4,"SOLD","Dov","burst-dynamodb-mwx0mex2-10-4","us-east-1"],["D3",4,"SOLD","Vic 2","burst-dynamodb-mwx0mex2-10-72","us-east-1"],["D4",4,"SOLD","Ana 2","burst-dynamodb-mwx0mex2-10-73","us-east-2"],["D5",4,"SOLD","Wen","burst-dynamodb-mwx0mex2-10-15","us-east-2"],["D9",4,"SOLD","Tea 3","burst-dynamodb-mwx0mex2-10-101","us-east-2"],["D10",4,"SOLD","Fay 3","burst-dynamodb-mwx0mex2-10-116","us-east-1"],["D11",4,"SOLD","Rex 2","burst-dynamodb-mwx0mex2-10-49","us-east-2"],["D12",4,"SOLD","Kai 3","burst-dynamodb-mwx0mex2-10-102","us-east-1"],["E1",4,"SOLD","Ana 3","burst-dynamodb-mwx0mex2-10-119","us-east-2"],["E3",4,"SOLD","Hugo 2","burst-dynamodb-mwx0mex2-10-91","us-east-2"],["E6",4,"SOLD","Sam 2","burst-dynamodb-mwx0mex2-10-52","us-east-1"],["E7",4,"SOLD","Ana","burst-dynamodb-mwx0mex2-10-27","us-east-2"],["E9",4,"SOLD","Jack","burst-dynamodb-mwx0mex2-10-43","us-east-2"],["E10",4,"SOLD","Xia","burst-dynamodb-mwx0mex2-10-30","us-east-1"],["E11",4,"SOLD","Ines 3","burst-dynamodb-mwx0mex2-10-115","us-east-2"],["E12",4,"SOLD","Ada 3","burst-dynamodb-mwx0mex2-10-99","us-east-2"],["F1",4,"SOLD","Oto 3","burst-dynamodb-mwx0mex2-10-109","us-east-2"],["F2",4,"SOLD","Tea 2","burst-dynamodb-mwx0mex2-10-55","us-east-2"],["F3",4,"SOLD","Zoe 2","burst-dynamodb-mwx0mex2-10-74","us-east-1"],["F4",4,"SOLD","Gia","burst-dynamodb-mwx0mex2-10-0","us-east-1"],["F5",4,"SOLD","Xia 2","burst-dynamodb-mwx0mex2-10-76","us-east-1"],["F6",4,"SOLD","Rex 3","burst-dynamodb-mwx0mex2-10-95","us-east-2"],["F7",4,"SOLD","Noa 2","burst-dynamodb-mwx0mex2-10-77","us-east-2"],["F9",4,"SOLD","Ben","burst-dynamodb-mwx0mex2-10-29","us-east-2"],["F12",4,"SOLD","Tam 2","burst-dynamodb-mwx0mex2-10-83","us-east-2"],["G1",4,"SOLD","Vic","burst-dynamodb-mwx0mex2-10-26","us-east-1"],["G2",4,"SOLD","Max 3","burst-dynamodb-mwx0mex2-10-112","us-east-1"],["G3",4,"SOLD","Luz","burst-dynamodb-mwx0mex2-10-14","us-east-1"],["G4",4,"SOLD","Quin 3","burst-dynamodb-mwx0mex2-10-105","us-east-2"],["G5",4,"SOLD","Quin 2","burst-dynamodb-mwx0mex2-10-59","us-east-2"],["G9",4,"SOLD","Vic 3","burst-dynamodb-mwx0mex2-10-118","us-east-1"],["G11",4,"SOLD","Max","burst-dynamodb-mwx0mex2-10-20","us-east-1"],["G12",4,"SOLD","Lea 2","burst-dynamodb-mwx0mex2-10-85","us-east-2"],["H4",4,"SOLD","Yan 2","burst-dynamodb-mwx0mex2-10-78","us-east-1"],["H6",4,"SOLD","Gia 3","burst-dynamodb-mwx0mex2-10-92","us-east-1"],["H8",4,"SOLD","Max 2","burst-dynamodb-mwx0mex2-10-66","us-east-1"],["H10",4,"SOLD","Dee 3","burst-dynamodb-mwx0mex2-10-113","us-east-2"],["H11",4,"SOLD","Rui","burst-dynamodb-mwx0mex2-10-41","us-east-2"]]}
{"line":"end","lines":370}
`;
